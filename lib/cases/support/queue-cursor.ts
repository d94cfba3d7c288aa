import { z } from 'zod'

/** The last seen case, as the address bar carries it: the time it is sorted by and the id that breaks ties. */
export type QueueCursor = { at: string; id: string }

const cursor = z.tuple([z.iso.datetime(), z.uuid()])

export function writeQueueCursor(at: Date, id: string): string {
  return Buffer.from(JSON.stringify([at.toISOString(), id])).toString('base64url')
}

/** Null for what nobody but a tinkerer would send: the list then starts at its beginning. */
export function readQueueCursor(text: string | undefined): QueueCursor | null {
  if (!text) return null
  try {
    const [at, id] = cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return { at, id }
  } catch {
    return null
  }
}
