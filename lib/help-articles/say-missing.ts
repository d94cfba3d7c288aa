import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import type { MissingForm } from './schema'

/** Keeps what a reader who answered No was missing. Without any words the No stays and the reason goes. */
export async function sayMissing(actor: Actor, form: MissingForm): Promise<Result<void, 'not-no'>> {
  const kept = await db.$executeRaw`
    update article_vote set missing = nullif(${form.missing}, ''), voted_at = now()
    where article = ${form.article} and employee_id = ${actor.employeeId}::uuid and not helpful`
  return kept === 1 ? ok() : refuse('not-no')
}
