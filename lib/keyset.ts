import { z } from 'zod'

export type Cursor = { value: string; id: string }

export type Start = { cursor: Cursor | null; isBackwards: boolean }

export type KeysetPage<Row> = { rows: Row[]; previous: string | null; next: string | null }

const shape = z.tuple([
  z
    .string()
    .max(254)
    .regex(/^[^\0]*$/),
  z.uuid(),
])

/** Ignores a manipulated cursor: the list then starts at its beginning. */
export function readStart(
  { after, before }: { after?: string; before?: string },
  isValue: (value: string) => boolean,
): Start {
  const end = readCursor(before, isValue)
  return end ? { cursor: end, isBackwards: true } : { cursor: readCursor(after, isValue), isBackwards: false }
}

function readCursor(text: string | undefined, isValue: (value: string) => boolean): Cursor | null {
  if (!text) return null
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
