import { record } from '@/lib/audit/record'
import type { Tx } from '@/lib/db'
import { endLinks } from '@/lib/mail-links/live-links'
import type { CaseState, Prisma } from '@/prisma/client/client'
import type { LockedCase } from './lock-case'
import { queueCaseMessages } from './queue-case-mails'
import { type CaseAct, type CaseParty, isAllowed, isOpen } from './rules'

/** Who moves a case. `name` is for support's eyes; the firm's audit shows supporters as "Partner support". */
export type CaseActor = {
  party: CaseParty
  employeeId: string | null
  name: string
  place?: string
  browser?: string
}

/** `details`: what the firm's audit shows beside the case's number. */
type Move = { act: CaseAct; to: CaseState; note?: string; details?: Prisma.InputJsonObject }

/**
 * The only place where a case changes its state: one conditional update by the published table, together with its event,
 * the firm's audit line and the notices. False: the table has no such step from where the case stands.
 */
export async function moveCase(
  tx: Tx,
  found: LockedCase,
  caseActor: CaseActor,
  move: Move,
): Promise<boolean> {
  const { act, to } = move
  if (!isAllowed(found.kind, found.state, act, to, caseActor.party)) return false
  const moved = await tx.$executeRaw`
    update reset_case set state = ${to}::case_state, state_at = now(),
      closed_at = case when ${isOpen(to)} then null else now() end
    where id = ${found.id}::uuid and state = ${found.state}::case_state`
  if (moved === 0) return false
  const hadLink = found.kind === 'number_change' || found.state === 'ready'
  if (hadLink && !isOpen(to) && act !== 'enrolled') await endEnrollmentLinks(tx, found)

  await recordStep(tx, found, caseActor, move)
  return true
}

/** What could still be set up with a mailed link ends with its case. */
async function endEnrollmentLinks(tx: Tx, { employeeId, now }: LockedCase): Promise<void> {
  await tx.$executeRaw`
    update pending_sign_in p set enrollment_link_id = null from mail_link l
    where p.employee_id = ${employeeId}::uuid and l.id = p.enrollment_link_id and l.purpose = 'phone_enrollment'`
  await endLinks(tx, employeeId, now, ['phone_enrollment'])
}

/** Moves both ends of a case that was paused by as long as the pause was. */
export async function resumeClock(tx: Tx, caseId: string): Promise<void> {
  await tx.$executeRaw`
    update reset_case set due_at = due_at + (now() - paused_at), breach_at = breach_at + (now() - paused_at), paused_at = null
    where id = ${caseId}::uuid and paused_at is not null`
}

/** Writes down a step: for `moveCase`, and for the opening, which comes from no state. */
export async function recordStep(
  tx: Tx,
  about: LockedCase,
  caseActor: CaseActor,
  { act, to, note = '', details }: Move,
  from: CaseState | null = about.state,
): Promise<void> {
  const { employeeId: actorId, name: actorName } = caseActor
  // In SQL, so that the column's default gives the moment: Prisma would fill in this process's own clock.
  const [event] = await tx.$queryRaw<[{ id: bigint }]>`
    insert into case_event (case_id, act, from_state, to_state, actor_id, actor_name, note)
    values (${about.id}::uuid, ${act}, ${from}::case_state, ${to}::case_state, ${actorId}::uuid, ${actorName}, ${note})
    returning id`
  const isSupport = caseActor.party === 'supporter' || caseActor.party === 'owner'
  const actor = {
    firmId: about.firmId,
    employeeId: actorId,
    name: isSupport ? 'Partner support' : actorName,
    place: isSupport ? undefined : caseActor.place,
    browser: isSupport ? undefined : caseActor.browser,
  }
  const target = { id: about.employeeId, name: about.name }
  await record(tx, actor, `case.${act}`, target, { case: about.number, ...details })
  await queueCaseMessages(tx, about, event.id, act, to)
}
