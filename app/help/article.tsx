import type { MDXProps } from 'mdx/types'
import type { ComponentType } from 'react'
import { Page } from '@/components/ui/page'
import type { Actor } from '@/lib/access/policy'
import { type ArticleName, articles } from '@/lib/help-articles/articles'
import { articleElements } from './article-elements'
import { Votes } from './votes'

type ArticleProps = { name: ArticleName; Text: ComponentType<MDXProps>; actor: Actor | null }

export function Article({ name, Text, actor }: ArticleProps) {
  const { title, about, updated } = articles[name]

  return (
    <Page narrow>
      <article className="text-base">
        <nav aria-label="Breadcrumb" className="mb-2 text-sm">
          <a href="/help" className="text-link">
            Help center
          </a>
        </nav>
        <h1 className="text-2xl tracking-tight">{title}</h1>
        <p className="mt-2 text-text-muted">{about}</p>
        <p className="mt-2 text-xs text-text-muted">
          Updated <time dateTime={updated}>{dateFormat.format(new Date(updated))}</time>
        </p>
        <div className="mt-6">
          <Text components={articleElements} />
        </div>
      </article>
      <Votes actor={actor} article={name} />
    </Page>
  )
}

const dateFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' })
