import { SortLink } from '@/components/ui/sort-link'
import type { Column } from '@/components/ui/table'
import type { ListView } from '@/lib/employees/schema'
import { listAddress } from './addresses'

type SortedBy = 'name' | 'email' | 'last-sign-in'

/** The heads of the list. Name and email share a column, and either sorts it. */
export function columnsOf(view: ListView): Column[] {
  const [name, email, lastSignIn] = [
    sortBy('name', view),
    sortBy('email', view),
    sortBy('last-sign-in', view),
  ]
  return [
    {
      label: 'Name',
      sorted: name.direction ?? email.direction,
      head: (
        <span className="flex gap-4">
          <SortLink {...name}>Name</SortLink>
          <SortLink {...email}>Email</SortLink>
        </span>
      ),
    },
    { label: 'Role' },
    { label: 'Mobile phone number' },
    { label: 'Readiness' },
    {
      label: 'Last sign-in',
      wide: true,
      sorted: lastSignIn.direction,
      head: <SortLink {...lastSignIn}>Last sign-in</SortLink>,
    },
    { label: 'Edit', quiet: true },
  ]
}

/** The other direction of the sorted column; of the others the one that is asked for first. */
function sortBy(column: SortedBy, view: ListView) {
  const isUp = view.sort === column
  const isDown = view.sort === `-${column}`
  const first = column === 'last-sign-in' ? (`-${column}` as const) : column
  const second = column === 'last-sign-in' ? column : (`-${column}` as const)
  const direction = isUp ? ('ascending' as const) : isDown ? ('descending' as const) : undefined
  const sort = view.sort === first ? second : first
  return { href: listAddress({ ...view, sort, after: undefined, before: undefined }), direction }
}
