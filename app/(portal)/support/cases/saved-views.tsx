import Link from 'next/link'
import { Icon } from '@/components/ui/icon'
import { LinkPending } from '@/components/ui/link-pending'
import { PostForm } from '@/components/ui/post-form'
import { firstPage, type QueueView, queueQuery, readQueueQuery } from '@/lib/cases/support/queue-schema'
import type { SavedView } from '@/lib/cases/support/saved-views'
import { removeViewAction } from './actions'
import { queueAddress } from './addresses'
import { SaveViewForm } from './save-view-form'

type SavedViewsProps = { saved: SavedView[]; view: QueueView }

/** A support agent's saved views of the queue. */
export function SavedViews({ saved, view }: SavedViewsProps) {
  const present = queueQuery(firstPage(view))
  const isNew = present !== '' && !saved.some(({ query }) => query === present)
  if (saved.length === 0 && !isNew) return null

  return (
    <div className="mb-4 flex flex-wrap items-start gap-x-4 gap-y-2">
      {saved.length > 0 && (
        <nav aria-label="Saved views">
          <PostForm action={removeViewAction}>
            <input type="hidden" name="query" value={present} />
            <ul className="flex flex-wrap items-center gap-2">
              {saved.map(({ name, query }) => (
                <li key={name} className="chip gap-0 pr-0" aria-current={query === present || undefined}>
                  <Link
                    href={queueAddress(readQueueQuery(query))}
                    prefetch={false}
                    aria-current={query === present ? 'true' : undefined}
                    className="flex items-center gap-1.5 rounded-xs"
                  >
                    <Icon name="bookmark" size={14} />
                    {name}
                    <LinkPending />
                  </Link>
                  <button
                    type="submit"
                    name="name"
                    value={name}
                    aria-label={`Remove view ${name}`}
                    className="ml-1 grid size-8 cursor-pointer place-items-center rounded-full text-text-muted hover:text-text"
                  >
                    <Icon name="x" size={14} />
                  </button>
                </li>
              ))}
            </ul>
          </PostForm>
        </nav>
      )}
      {isNew && <SaveViewForm query={present} />}
    </div>
  )
}
