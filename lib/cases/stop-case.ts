import type { Actor } from '@/lib/access/policy'
import { after } from '@/lib/clock'
import { db, type Tx } from '@/lib/db'
import { lockEmployee } from '@/lib/lock-employee'
import { lockFirm } from '@/lib/lock-firm'
import { ok, type Result, refuse } from '@/lib/result'
import { setMobileNumber } from '@/lib/sign-in-methods/vendors/set-mobile-number'
import { findByStopLink } from './find-case'
import { type LockedCase, lockCase } from './lock-case'
import { type CaseActor, moveCase } from './move-case'
import { watchDays } from './rules'

type StopRefusal = 'not-found' | 'closed'

/** A stop link closes the case without a sign-in and flags the account for a week: it can do nothing else. */
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
  const about = await tx.resetCase.findUnique({ where: { id: caseId }, select: { firmId: true } })
  if (!about) return refuse('not-found')
  await lockFirm(tx, about.firmId)
  const found = await lockCase(tx, caseId)
  if (!found) return refuse('not-found')
  // A thief reads the stolen phone's texts, and must not restore that phone after its removal.
  if (isFromOldPhone && found.reason === 'stolen' && found.state === 'ready') return refuse('closed')
  if (!(await moveCase(tx, found, caseActor, { act: 'stopped', to: 'stopped' }))) return refuse('closed')
  const watchedUntil = after(found.now, { days: watchDays })
  await tx.employee.update({ where: { id: found.employeeId }, data: { watchedUntil } })
  if (found.state === 'ready') await putBackOldNumber(tx, found)
  return ok()
}

async function putBackOldNumber(tx: Tx, { employeeId }: LockedCase): Promise<void> {
  const person = await lockEmployee(tx, employeeId)
  if (person?.factorResetAt) await setMobileNumber(tx, person, person.mobileNumber, { endsReset: true })
}
