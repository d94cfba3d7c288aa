import { PostForm } from '@/components/ui/post-form'
import { Segmented } from '@/components/ui/segmented'
import type { Actor } from '@/lib/access/policy'
import type { ArticleName } from '@/lib/help-articles/articles'
import { getVotes } from '@/lib/help-articles/queries'
import { voteAction } from './actions'
import { MissingForm } from './missing-form'

export async function Votes({ actor, article }: { actor: Actor | null; article: ArticleName }) {
  const votes = await getVotes(actor, article)

  return (
    <section
      id="helpful"
      aria-labelledby="helpful-question"
      className="mt-12 scroll-mt-6 rounded-card border border-border bg-surface p-5 sm:p-6 print:hidden"
    >
      <h2 id="helpful-question" className="text-base">
        Was this article helpful?
      </h2>
      {actor ? (
        <PostForm action={voteAction} className="mt-4">
          <input type="hidden" name="article" value={article} />
          <Segmented
            name="helpful"
            labelledBy="helpful-question"
            options={answers}
            chosen={votes.own === null ? null : votes.own ? 'yes' : 'no'}
          />
        </PostForm>
      ) : (
        <p className="mt-3">
          <a href={`/sign-in?next=/help/${article}`} className="text-link">
            Sign in to answer
          </a>
        </p>
      )}
      <div role="status" className="mt-4 text-text-muted">
        <p className="tabular-nums">
          {votes.helpful} out of {votes.all} found this helpful
        </p>
        {votes.own !== null && <p>You answered {votes.own ? 'Yes' : 'No'}. You can change your answer.</p>}
      </div>
      {votes.own === false && <MissingForm article={article} missing={votes.missing} />}
    </section>
  )
}

const answers = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]
