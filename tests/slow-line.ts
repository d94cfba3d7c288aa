import { availableParallelism } from 'node:os'
import bcrypt from 'bcrypt'
import { slowCompare } from '@/lib/secrets/slow-hash'

/** Fills the waiting line of one firm, behind as many slow comparisons as run at once. */
export async function fillLine(firm: string): Promise<{ end: Promise<unknown> }> {
  const [slow, quick] = await Promise.all([bcrypt.hash('anything', 13), bcrypt.hash('anything', 4)])
  const running = Array.from({ length: availableParallelism() }, () =>
    slowCompare('anything', slow, 'others'),
  )
  const waiting = Array.from({ length: 24 }, () => slowCompare('anything', quick, firm))
  return { end: Promise.all([...running, ...waiting]) }
}
