import { z } from 'zod'
import type { ListView } from './schema'

/** The last seen row, as the address bar carries it: the sorted value and the id that breaks ties. */
export type Cursor = { value: string; id: string }

const cursor = z.tuple([
  z
    .string()
    .max(254)
    .regex(/^[^\0]*$/),
  z.uuid(),
])
const time = z.iso.datetime()

export function writeCursor({ value, id }: Cursor): string {
  return Buffer.from(JSON.stringify([value, id])).toString('base64url')
}

/** Null for what nobody but a tinkerer would send: the list then starts at its beginning. */
export function readCursor(text: string | undefined, sort: ListView['sort']): Cursor | null {
  if (!text) return null
  try {
    const [value, id] = cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    const isTime = sort.endsWith('last-sign-in')
    if (isTime && value !== '' && !time.safeParse(value).success) return null
    return { value, id }
  } catch {
    return null
  }
}
