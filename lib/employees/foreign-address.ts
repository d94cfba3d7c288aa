import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { db, type Tx } from '@/lib/db'
import { notify } from '@/lib/notifications/notify'
import { type Limit, take, takeOne, usedUpUntil } from '@/lib/rate-limit'
import { type Result, refuse } from '@/lib/result'

const perFirm: Limit = { name: 'foreign-addresses', points: 5, seconds: 24 * 60 * 60 }
const perHolder: Limit = { name: 'foreign-address-mail', points: 1, seconds: 24 * 60 * 60 }

/** Accepting unknown addresses now would still show which ones are taken. */
export function addingPausedUntil({ firmId }: Actor): Promise<Date | null> {
  return usedUpUntil(perFirm, firmId)
}

/** An address has one account. Without this limit an admin could learn who our other customers' people are. */
export async function refuseTakenAddress(
  actor: Actor,
  email: string,
): Promise<Result<never, 'already-in-firm' | 'email-taken' | 'adding-paused'>> {
  const holder = await db.employee.findUnique({ where: { email }, select: { id: true, firmId: true } })
  if (holder?.firmId === actor.firmId) return refuse('already-in-firm')
  const taken = await take(perFirm, actor.firmId)
  if (!taken.ok) return refuse('adding-paused', taken.opensAt)
  const isFirstToday = holder !== null && (await takeOne(perHolder, holder.id))

  await db.$transaction(async (tx) => {
    await record(tx, actor, 'employee.address-refused', undefined, { email })
    if (holder && isFirstToday)
      await notify(tx, { kind: 'address-tried', employeeId: holder.id, firm: actor.firmName })
    if (taken.left === 0) await notifySupport(tx, actor)
  })
  return refuse('email-taken')
}

async function notifySupport(tx: Tx, { firmName }: Actor): Promise<void> {
  const where = { role: 'support', active: true } as const
  const supporters = await tx.employee.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } })
  for (const { id } of supporters) await notify(tx, { kind: 'adding-paused', employeeId: id, firm: firmName })
}

/** The time of an answer must not say whether the address was taken. */
export async function noSoonerThan<Answer>(
  milliseconds: number,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const [answer] = await Promise.all([work(), new Promise((later) => setTimeout(later, milliseconds))])
  return answer
}
