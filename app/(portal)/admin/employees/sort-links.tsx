import Link from 'next/link'
import { Icon } from '@/components/ui/icon'
import type { ListView } from '@/lib/employees/schema'
import { listAddress } from './addresses'

type SortColumn = 'name' | 'email' | 'last-sign-in'

/** The orders of the list by name. On phones the table has no head to press. */
export function SortLinks({ view }: { view: ListView }) {
  return (
    <nav aria-label="Sort" className="mb-2 flex flex-wrap items-center gap-x-4 px-3 text-xs text-text-muted">
      <span aria-hidden="true">Sort by</span>
      {columns.map(([column, label]) => {
        const { href, direction } = sortBy(column, view)
        return (
          <Link
            key={column}
            href={href}
            prefetch={false}
            aria-current={direction ? 'true' : undefined}
            className="inline-flex min-h-6 items-center gap-1 rounded-xs hover:text-text aria-current:font-medium aria-current:text-text"
          >
            {label}
            {direction && <Icon name={direction === 'ascending' ? 'arrow-up' : 'arrow-down'} size={14} />}
            {direction && <span className="sr-only">, {direction}</span>}
          </Link>
        )
      })}
    </nav>
  )
}

const columns: [SortColumn, string][] = [
  ['name', 'Name'],
  ['email', 'Email'],
  ['last-sign-in', 'Last sign-in'],
]

/** The other direction of the sorted column; of the others the one that is asked for first. */
function sortBy(column: SortColumn, view: ListView) {
  const isUp = view.sort === column
  const isDown = view.sort === `-${column}`
  const first = column === 'last-sign-in' ? (`-${column}` as const) : column
  const second = column === 'last-sign-in' ? column : (`-${column}` as const)
  const direction = isUp ? 'ascending' : isDown ? 'descending' : undefined
  const sort = view.sort === first ? second : first
  return { href: listAddress({ ...view, sort, after: undefined, before: undefined }), direction }
}
