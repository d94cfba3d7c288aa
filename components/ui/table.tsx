import { clsx } from 'clsx/lite'
import type { ReactNode } from 'react'

export type Column = {
  label: string
  /** Is hidden under 1024 pixels; its cells carry the class "wide". */
  wide?: boolean
  /** Its cells have the class "number". */
  number?: boolean
  /** Named for screen readers only, as above a column of pencils. */
  quiet?: boolean
  /** Links that sort by this column, in place of its label. On a phone they stay when the other heads go. */
  head?: ReactNode
  sorted?: 'ascending' | 'descending'
}

type TableProps = { caption: string; columns: Column[]; children: ReactNode }

/** Rows are plain <tr>; table.css explains their cells and how they become cards. */
export function Table({ caption, columns, children }: TableProps) {
  return (
    <table className="table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ label, wide, number, quiet, head, sorted }) => (
            <th
              key={label}
              scope="col"
              aria-sort={sorted}
              className={clsx(wide && 'wide', number && 'number') || undefined}
            >
              {quiet ? <span className="sr-only">{label}</span> : (head ?? label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}
