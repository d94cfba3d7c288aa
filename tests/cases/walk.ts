import type { Actor } from '@/lib/access/policy'
import { completeCase } from '@/lib/cases/clock/run-clocks'
import { startNumberChange } from '@/lib/cases/firm/start-number-change'
import { caseCode, caseCodeHash } from '@/lib/cases/person/case-code'
import { openCase } from '@/lib/cases/person/open-case'
import { approveCase } from '@/lib/cases/support/approve-case'
import { takeCase } from '@/lib/cases/support/take-case'
import { tickEvidence } from '@/lib/cases/support/tick-evidence'
import { db } from '@/lib/db'
import { stopSecret } from '@/lib/mail-links/case-links'
import type { Result } from '@/lib/result'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { provider } from '@/lib/sign-in-methods/vendors/vendors'
import type { Employee } from '@/prisma/client/client'
import { actorFor, type MadeFirm, makeEmployee, makeFirm, uniqueNumber } from '../factories'
import { makePending } from '../pending'

/** The operator's firm: three supporters, since an account of theirs needs two others. */
export async function makeDesk(): Promise<[Actor, Actor, Actor]> {
  const operator = await makeFirm({ isOperator: true })
  const [second, third] = [await makeEmployee(operator), await makeEmployee(operator)]
  return [actorFor(operator.admin), actorFor(second), actorFor(third)]
}

/** A firm with a main line that support can call back on. */
export function makeClient(): Promise<MadeFirm> {
  return makeFirm({ requiresSecondFactor: true, mainLine: uniqueNumber() })
}

/** A tech with a phone that has proven itself; the vendor is not asked. */
export function makeOwner(
  firm: { id: string },
  wishes: Parameters<typeof makeEmployee>[1] = {},
): Promise<Employee> {
  const proven = {
    vendorUserId: crypto.randomUUID(),
    vendorState: 'registered',
    numberProvenAt: new Date(),
  } as const
  return makeEmployee(firm, { ...proven, ...wishes })
}

/** What stands when the code has been mailed; answers the code. */
export async function draftCase(
  { id }: { id: string },
  reason: 'lost' | 'stolen' | 'broken' | 'new_number' = 'lost',
): Promise<string> {
  const code = caseCode(id, new Date())
  await db.$executeRaw`delete from case_draft where employee_id = ${id}::uuid`
  await db.$executeRaw`
    insert into case_draft (employee_id, reason, old_number_works, requested_number, code_hash, expires_at)
    values (${id}::uuid, ${reason}::loss_reason, 'unsure', ${uniqueNumber()}, ${caseCodeHash(id, code)},
      now() + interval '24 hours')`
  return code
}

export type Open = { caseId: string; person: Employee; pending: PendingSignIn }

/** A lost phone, opened by its owner with the code from the mail. */
export async function openLostPhone(person: Employee): Promise<Open> {
  const pending = await makePending(person)
  done(await openCase(pending, await draftCase(person), crypto.randomUUID()))
  const { id: caseId } = await db.resetCase.findFirstOrThrow({
    where: { employeeId: person.id, kind: 'lost_phone' },
    orderBy: { number: 'desc' },
  })
  return { caseId, person, pending }
}

/** An admin has changed the number of somebody who uses the old one. */
export async function startChange(
  firm: MadeFirm,
  person: Employee,
): Promise<{ caseId: string; newNumber: string }> {
  const newNumber = uniqueNumber()
  await db.$transaction((tx) => startNumberChange(tx, actorFor(firm.admin), person, newNumber))
  const { id: caseId } = await db.resetCase.findFirstOrThrow({
    where: { employeeId: person.id, kind: 'number_change' },
    orderBy: { number: 'desc' },
  })
  return { caseId, newNumber }
}

/** The mail server and the texts have worked: every message of the case so far was sent. */
export async function sendNotifications(caseId: string): Promise<void> {
  await db.$executeRaw`
    update case_message set sent_at = now() where case_id = ${caseId}::uuid and sent_at is null and refused_at is null`
}

/** Everybody was notified, a supporter has taken it and called back. */
export async function verify({ caseId }: { caseId: string }, supporter: Actor): Promise<void> {
  await sendNotifications(caseId)
  done(await takeCase(supporter, caseId))
  done(await tickEvidence(supporter, { caseId, kind: 'call_back', note: 'Reached at the desk.' }))
}

/** Approved, and everybody notified. */
export async function approve(open: { caseId: string }, supporter: Actor): Promise<void> {
  await verify(open, supporter)
  const approved = await approveCase(supporter, { caseId: open.caseId, note: 'All is well.' }, provider)
  done(approved)
  await sendNotifications(open.caseId)
}

/** The security hold is over, as if the approval had come as much earlier. */
export async function passWait(caseId: string): Promise<void> {
  await db.$executeRaw`
    update case_message set sent_at = sent_at - make_interval(hours => c.wait_hours)
    from reset_case c where c.id = case_id and c.id = ${caseId}::uuid`
  await db.$executeRaw`
    update reset_case set decided_at = decided_at - make_interval(hours => wait_hours),
      opened_at = opened_at - make_interval(hours => wait_hours), waits_until = waits_until - make_interval(hours => wait_hours)
    where id = ${caseId}::uuid`
}

export async function complete(open: { caseId: string }, supporter: Actor): Promise<void> {
  await approve(open, supporter)
  await passWait(open.caseId)
  if (!(await completeCase(open.caseId))) throw new Error('The case was not completed')
}

/** The link in the newest text to the old number. */
export async function stopLinkOf(caseId: string): Promise<string> {
  const notification = await db.caseMessage.findFirstOrThrow({
    where: { caseId, channel: 'text' },
    orderBy: { eventId: 'desc' },
  })
  return stopSecret(notification.id)
}

/** The steps after the opening, in words, without the evidence. */
export async function storyOf(caseId: string): Promise<string> {
  const events = await db.caseEvent.findMany({ where: { caseId }, orderBy: { id: 'asc' } })
  return events
    .slice(1)
    .map(({ act }) => act)
    .filter((act) => !/-(added|removed)$/.test(act))
    .join(', ')
}

export function done<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(`Refused: ${result.reason}`)
  return result.value
}
