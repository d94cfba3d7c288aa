import { z } from 'zod'

export type Cursor = { value: string; id: string }

export type Start = { cursor: Cursor | null; isBackwards: boolean }

export type KeysetPage<Row> = {
  rows: Row[]
  previous: string | null
  next: string | null
  /** The address was cut off or made up: the list says so, and never shows its first page instead. */
  isUnreadable?: true
}

export const unreadablePage: KeysetPage<never> = { rows: [], previous: null, next: null, isUnreadable: true }

const shape = z.tuple([
  z
    .string()
    .max(254)
    .regex(/^[^\0]*$/),
  z.uuid(),
])

/** Text that is no cursor stays, so that the list can say so instead of starting at its first page. */
export const cursorText = z.string().optional().catch('unreadable')

export function readStart(
  { after, before }: { after?: string; before?: string },
  isValue: (value: string) => boolean,
): Start | null {
  const text = before || after
  if (!text) return { cursor: null, isBackwards: false }
  const cursor = readCursor(text, isValue)
  return cursor && { cursor, isBackwards: Boolean(before) }
}

function readCursor(text: string, isValue: (value: string) => boolean): Cursor | null {
  try {
    const [value, id] = shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return isValue(value) ? { value, id } : null
  } catch {
    return null
  }
}

/** Expects one row more than fits, in the order of reading. */
export function pageOf<Row>(
  found: Row[],
  size: number,
  { cursor, isBackwards }: Start,
  cursorOf: (row: Row) => Cursor,
): KeysetPage<Row> {
  const hasMore = found.length > size
  const rows = isBackwards ? found.slice(0, size).reverse() : found.slice(0, size)
  const write = (row: Row | undefined) => (row ? writeCursor(cursorOf(row)) : null)
  return {
    rows,
    previous: (isBackwards ? hasMore : cursor !== null) ? write(rows[0]) : null,
    next: isBackwards || hasMore ? write(rows.at(-1)) : null,
  }
}

function writeCursor({ value, id }: Cursor): string {
  return Buffer.from(JSON.stringify([value, id])).toString('base64url')
}
