import type { Actor } from '@/lib/access/policy'
import { db, type Tx } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import { ok, type Result, refuse } from '@/lib/result'
import { findByStopLink } from './find-case'
import { type LockedCase, lockCase } from './lock-case'
import { type CaseActor, moveCase } from './move-case'
import { watchDays } from './rules'

export type StopRefusal = 'not-found' | 'closed'

/**
 * *Stop this request*: from a link in any notice, without signing in. Closes the case for good, keeps the old phone and
 * watches the account for a week. The link can do nothing else.
 */
export async function stopCase(
  stopSecret: string,
  seen: { place: string; browser: string },
): Promise<Result<void, StopRefusal>> {
  const notification = await findByStopLink(stopSecret)
  if (!notification) return refuse('not-found')
  const isPerson = notification.employeeId === notification.case.employeeId
  const who = await db.employee.findUnique({ where: { id: notification.employeeId }, select: { name: true } })
  const through = notification.channel === 'text' ? 'a text to the old number' : 'an email'
  const name = `${isPerson ? 'The person' : (who?.name ?? 'An admin')}, by the link in ${through}`
  const caseActor: CaseActor = { party: 'stop-link', employeeId: notification.employeeId, name, ...seen }
  return db.$transaction((tx) => stop(tx, notification.caseId, caseActor, notification.channel === 'text'))
}

/** The same from an admin's own session, for a person of the own firm. */
export async function stopCaseAsAdmin(actor: Actor, caseId: string): Promise<Result<void, StopRefusal>> {
  return db.$transaction(async (tx) => {
    const own = await tx.resetCase.findFirst({
      where: { id: caseId, firmId: actor.firmId, employeeId: { not: actor.employeeId } },
      select: { id: true },
    })
    if (!own) return refuse('not-found')
    return stop(tx, caseId, { ...actor, party: 'firm-admin' })
  })
}

async function stop(
  tx: Tx,
  caseId: string,
  caseActor: CaseActor,
  isFromOldPhone = false,
): Promise<Result<void, StopRefusal>> {
  const found = await lockCase(tx, caseId)
  if (!found) return refuse('not-found')
  // A thief reads the texts of a stolen phone, and must not bring it back once it was taken off the account.
  if (isFromOldPhone && found.reason === 'stolen' && found.state === 'ready') return refuse('closed')
  if (!(await moveCase(tx, found, caseActor, { act: 'stopped', to: 'stopped' }))) return refuse('closed')
  await tx.$executeRaw`
    update employee set watched_until = now() + make_interval(days => ${watchDays}) where id = ${found.employeeId}::uuid`
  if (found.state === 'ready') await putBackOldNumber(tx, found)
  return ok()
}

/** The old factor was taken away already and nothing has come in its place: its number is registered again. */
async function putBackOldNumber(tx: Tx, found: LockedCase): Promise<void> {
  await tx.$executeRaw`
    update employee set factor_reset_at = null, vendor_state = case when mobile_number is null then 'none' else 'waiting' end::vendor_state
    where id = ${found.employeeId}::uuid and factor_reset_at is not null`
  await enqueue(tx, 'register-at-vendor', { employeeId: found.employeeId })
}
