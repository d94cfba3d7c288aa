import { record } from '@/lib/audit/record'
import type { Tx } from '@/lib/db'
import type { CaseState, Prisma } from '@/prisma/client/client'
import type { LockedCase } from './lock-case'
import { tellAbout } from './queue-case-mails'
import { type CaseAct, type CaseParty, isAllowed, isOpen } from './rules'

/** Who moves a case. `name` is for support's eyes; the firm's audit shows supporters as "Partner support". */
export type Mover = {
  party: CaseParty
  employeeId: string | null
  name: string
  place?: string
  browser?: string
}

/** `details`: what the firm's audit shows beside the case's number. */
export type Move = { act: CaseAct; to: CaseState; note?: string; details?: Prisma.InputJsonObject }

/**
 * The only place where a case changes its state: one conditional update by the published table, together with its event,
 * the firm's audit line and the notices (RC-2, RC-3). False: the table has no such step from where the case stands.
 */
export async function moveCase(tx: Tx, found: LockedCase, mover: Mover, move: Move): Promise<boolean> {
  const { act, to } = move
  if (!isAllowed(found.kind, found.state, act, to, mover.party)) return false
  const moved = await tx.$executeRaw`
    update reset_case set state = ${to}::case_state, state_at = now(),
      closed_at = case when ${isOpen(to)} then null else now() end
    where id = ${found.id}::uuid and state = ${found.state}::case_state`
  if (moved === 0) return false
  const hadLink = found.kind === 'number_change' || found.state === 'ready'
  if (hadLink && !isOpen(to) && act !== 'set-up') await endSetUpLinks(tx, found.employeeId)

  await tell(tx, found, mover, move)
  return true
}

/** What could still be set up with a mailed link ends with its case. */
async function endSetUpLinks(tx: Tx, employeeId: string): Promise<void> {
  await tx.$executeRaw`
    update pending_sign_in p set set_up_link_id = null from mail_link l
    where p.employee_id = ${employeeId}::uuid and l.id = p.set_up_link_id and l.purpose = 'set_up'`
  await tx.$executeRaw`
    update mail_link set used_at = now()
    where employee_id = ${employeeId}::uuid and purpose = 'set_up' and used_at is null`
}

/** Writes down a step: for `moveCase`, and for the opening, which comes from no state. */
export async function tell(
  tx: Tx,
  about: LockedCase,
  mover: Mover,
  { act, to, note = '', details }: Move,
  from: CaseState | null = about.state,
): Promise<void> {
  const { employeeId: actorId, name: actorName } = mover
  // In SQL, so that the column's default gives the moment: Prisma would fill in this process's own clock (RE-7).
  const [event] = await tx.$queryRaw<Array<{ id: bigint }>>`
    insert into case_event (case_id, act, from_state, to_state, actor_id, actor_name, note)
    values (${about.id}::uuid, ${act}, ${from}::case_state, ${to}::case_state, ${actorId}::uuid, ${actorName}, ${note})
    returning id`
  if (!event) throw new Error('The event was not stored')
  const isSupport = mover.party === 'supporter' || mover.party === 'owner'
  const actor = {
    firmId: about.firmId,
    employeeId: actorId,
    name: isSupport ? 'Partner support' : actorName,
    place: isSupport ? undefined : mover.place,
    browser: isSupport ? undefined : mover.browser,
  }
  const target = { id: about.employeeId, name: about.name }
  await record(tx, actor, `case.${act}`, target, { case: about.number, ...details })
  await tellAbout(tx, about, event.id, act, to)
}
