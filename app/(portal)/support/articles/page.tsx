import type { Metadata, Route } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterChips } from '@/components/ui/filter-chips'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { articleNames, articles } from '@/lib/help-articles/articles'
import { listArticleVotes, listReasons, reasonsPageSize } from '@/lib/help-articles/queries'
import { type ReasonsView, reasonsView } from '@/lib/help-articles/schema'
import { requirePermission } from '@/lib/session/guards'
import { ReasonList } from './reason-list'
import { VotesTable } from './votes-table'

export const metadata: Metadata = { title: 'Help articles' }

type ArticlesPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ArticlesPage({ searchParams }: ArticlesPageProps) {
  await requirePermission('votes.view')
  const view = reasonsView.parse(await searchParams)
  const [votes, { reasons, hasMore }] = await Promise.all([listArticleVotes(), listReasons(view)])
  const first = (view.page - 1) * reasonsPageSize + 1

  return (
    <Page>
      <PageHeader
        title="Help articles"
        about="How readers answered “Was this article helpful?”, and the feedback from those who answered No."
      />
      <VotesTable votes={votes} />
      <h2 className="mt-10 mb-4 text-xl tracking-tight">Feedback</h2>
      <div className="mb-4">
        <FilterChips
          label="Articles"
          chips={articleNames.map((article) => ({
            label: articles[article].title,
            href: address({ article, page: 1 }),
            on: view.article === article,
          }))}
          clear="/support/articles"
        />
      </div>
      {reasons.length === 0 ? (
        <EmptyState icon="scroll-text" title={view.page === 1 ? 'No feedback yet' : 'No more feedback'}>
          Feedback from readers appears here, newest first.
        </EmptyState>
      ) : (
        <ReasonList reasons={reasons} />
      )}
      {(reasons.length > 0 || view.page > 1) && (
        <Pagination
          summary={reasons.length === 0 ? '' : `${first} to ${first + reasons.length - 1}, newest first`}
          previous={view.page === 1 ? null : address({ ...view, page: view.page - 1 })}
          next={hasMore ? address({ ...view, page: view.page + 1 }) : null}
        />
      )}
    </Page>
  )
}

function address({ article, page }: ReasonsView): Route {
  const query = new URLSearchParams()
  if (article) query.set('article', article)
  if (page > 1) query.set('page', String(page))
  return query.size === 0 ? '/support/articles' : `/support/articles?${query}`
}
