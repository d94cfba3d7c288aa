import type { Metadata } from 'next'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { type ArticleName, articles } from '@/lib/help-articles/articles'
import { headings } from '@/lib/help-articles/headings'
import { helpView } from '@/lib/help-articles/schema'
import { searchHeadings } from '@/lib/help-articles/search-headings'

export const metadata: Metadata = { title: 'Help center' }

/** Open to everyone: a person who can't sign in needs it most. */
export default async function HelpPage({ searchParams }: PageProps<'/help'>) {
  const { q } = helpView.parse(await searchParams)

  return (
    <Page narrow>
      <PageHeader title="Help center" about="How to sign in, and what to do when you can't." />
      <search>
        <form action="/help" className="mb-6 flex gap-2">
          <label htmlFor="q" className="sr-only">
            Search help
          </label>
          <input
            type="search"
            id="q"
            name="q"
            defaultValue={q}
            placeholder="Search help"
            maxLength={100}
            className="input"
          />
          <Button type="submit">
            <Icon name="search" />
            Search
          </Button>
        </form>
      </search>
      {q ? <Found q={q} /> : <Articles />}
    </Page>
  )
}

function Found({ q }: { q: string }) {
  const found = searchHeadings(q)
  if (found.length === 0) {
    return (
      <EmptyState icon="search" title={`Nothing found for “${q}”`}>
        <p className="wrap-anywhere">
          Use fewer or other words, or{' '}
          <a href="/help" className="text-link">
            see all articles
          </a>
          .
        </p>
      </EmptyState>
    )
  }
  return (
    <Card title={found.length === 1 ? '1 result' : `${found.length} results`}>
      <ul className="grid gap-3">
        {found.map(({ article, id, words }) => (
          <li key={`${article}#${id}`}>
            <a href={`/help/${article}#${id}`} className="text-link">
              {words}
            </a>
            <p className="text-sm text-text-muted">{articles[article].title}</p>
          </li>
        ))}
      </ul>
      <p className="mt-4 border-t border-border pt-4">
        <a href="/help" className="text-link">
          All articles
        </a>
      </p>
    </Card>
  )
}

function Articles() {
  return (
    <div className="grid gap-6">
      <Card title="For everyone">
        <ul className="grid gap-4">
          <ArticleLink name="two-factor-authentication" />
          <ArticleLink name="sign-in-methods" />
        </ul>
      </Card>
      <Card title="If you can't sign in">
        <ul className="grid gap-4">
          <ArticleLink name="lost-phone" />
          <HeadingLink article="two-factor-authentication" id="when-an-alert-does-not-arrive" />
          <HeadingLink article="two-factor-authentication" id="when-a-text-does-not-arrive" />
        </ul>
      </Card>
      <Card title="For admins">
        <ul className="grid gap-2">
          {forAdmins.map((id) => (
            <HeadingLink key={id} article="two-factor-authentication" id={id} />
          ))}
          <li>
            <a href="/help/lost-phone#for-admins" className="text-link">
              Help an employee without a phone
            </a>
          </li>
        </ul>
      </Card>
    </div>
  )
}

const forAdmins = [
  'what-a-firm-needs',
  'record-mobile-numbers',
  'turn-it-on',
  'people-who-join-or-leave',
  'turn-it-off',
]

function ArticleLink({ name }: { name: ArticleName }) {
  return (
    <li>
      <a href={`/help/${name}`} className="text-link font-semibold">
        {articles[name].title}
      </a>
      <p className="text-text-muted">{articles[name].about}</p>
    </li>
  )
}

function HeadingLink({ article, id }: { article: ArticleName; id: string }) {
  return (
    <li>
      <a href={`/help/${article}#${id}`} className="text-link">
        {headings[article][id]}
      </a>
    </li>
  )
}
