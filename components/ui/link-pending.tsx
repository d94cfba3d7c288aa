'use client'

import { useLinkStatus } from 'next/link'

/** Inside a link to another view of a table: while that view loads, the table's rows become placeholders (table.css). */
export function LinkPending() {
  return useLinkStatus().pending ? <span className="link-pending" /> : null
}
