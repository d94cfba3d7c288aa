import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'

export type Column = {
  label: string
  /** Numbers stand right. */
  end?: boolean
  /** Gives way under 1024 pixels; its cells carry the class "wide". */
  wide?: boolean
  /** Named for screen readers only, as above a column of pencils. */
  quiet?: boolean
  sort?: { href: Route; direction?: 'ascending' | 'descending' }
}

/** Rows are plain <tr>; table.css explains their cells and how they become cards. */
export function Table({
  caption,
  columns,
  children,
}: {
  caption: string
  columns: Column[]
  children: ReactNode
}) {
  return (
    <table className="table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeadCell key={column.label} {...column} />
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

function HeadCell({ label, end, wide, quiet, sort }: Column) {
  return (
    <th scope="col" className={cellClass(end, wide)} aria-sort={sort?.direction}>
      {quiet && <span className="sr-only">{label}</span>}
      {!quiet && !sort && label}
      {!quiet && sort && (
        <Link href={sort.href} prefetch={false}>
          {label}
          {sort.direction && (
            <Icon name={sort.direction === 'ascending' ? 'arrow-up' : 'arrow-down'} size={14} />
          )}
        </Link>
      )}
    </th>
  )
}

function cellClass(end?: boolean, wide?: boolean) {
  if (end) return wide ? 'end wide' : 'end'
  return wide ? 'wide' : undefined
}
