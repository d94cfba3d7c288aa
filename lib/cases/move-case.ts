import { record } from '@/lib/audit/record'
import type { Tx } from '@/lib/db'
import { endLinks } from '@/lib/mail-links/live-links'
import type { CaseState, Prisma } from '@/prisma/client/client'
import type { LockedCase } from './lock-case'
import { queueCaseMessages } from './queue-case-mails'
import { type CaseAct, type CaseParty, isAllowed, isOpen } from './rules'

/** The firm's audit shows a supporter as "Partner support", never by `name`. */
export type CaseActor = {
  party: CaseParty
  employeeId: string | null
  name: string
  place?: string
  browser?: string
}

type Move = { act: CaseAct; to: CaseState; note?: string; details?: Prisma.InputJsonObject }

/** Every state change uses this one conditional update. False: the table has no such step from the current state. */
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

async function endEnrollmentLinks(tx: Tx, { employeeId, now }: LockedCase): Promise<void> {
  await tx.$executeRaw`
    update pending_sign_in p set enrollment_link_id = null from mail_link l
    where p.employee_id = ${employeeId}::uuid and l.id = p.enrollment_link_id and l.purpose = 'phone_enrollment'`
  await endLinks(tx, employeeId, now, ['phone_enrollment'])
}

export async function resumeClock(tx: Tx, caseId: string): Promise<void> {
  await tx.$executeRaw`
    update reset_case set due_at = due_at + (now() - paused_at), breach_at = breach_at + (now() - paused_at), paused_at = null
    where id = ${caseId}::uuid and paused_at is not null`
}

export async function recordStep(
  tx: Tx,
  about: LockedCase,
  caseActor: CaseActor,
  { act, to, note = '', details }: Move,
  from: CaseState | null = about.state,
): Promise<void> {
  const { employeeId: actorId, name: actorName } = caseActor
  // PostgreSQL's column default sets the time: Prisma would send this process's clock.
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
