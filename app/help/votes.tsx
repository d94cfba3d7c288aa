import { clsx } from 'clsx/lite'
import { buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { PostForm } from '@/components/ui/post-form'
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
        <PostForm action={voteAction} className="mt-4 flex gap-2">
          <input type="hidden" name="article" value={article} />
          <Answer value="yes" chosen={votes.own === true}>
            Yes
          </Answer>
          <Answer value="no" chosen={votes.own === false}>
            No
          </Answer>
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

function Answer({ value, chosen, children }: { value: 'yes' | 'no'; chosen: boolean; children: string }) {
  return (
    <button
      type="submit"
      name="helpful"
      value={value}
      aria-pressed={chosen}
      className={clsx(buttonClass({ look: chosen ? 'primary' : 'secondary' }), 'min-w-20')}
    >
      {chosen && <Icon name="check" />}
      {children}
    </button>
  )
}
