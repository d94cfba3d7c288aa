import { type LockedCase, lockCase, lockOpenCase } from '@/lib/cases/lock-case'
import { type CaseActor, moveCase } from '@/lib/cases/move-case'
import { db, type Tx } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import { lockEmployee } from '@/lib/lock-employee'
import { lockFirm } from '@/lib/lock-firm'
import { endAllSessions } from '@/lib/session/sessions'
import { removeAllMethods } from '@/lib/sign-in-methods/remove-all-methods'
import { setMobileNumber } from '@/lib/sign-in-methods/vendors/set-mobile-number'
import { sendAlarms, sendReminders } from './raise-alarms'

const batch = 200

/** Due times are on the cases, so a worker that was away misses nothing and repeats nothing. */
export async function runCaseClocks(): Promise<void> {
  const due = await db.$queryRaw<Array<{ id: string }>>`
    select id from reset_case where state = 'waiting' and waits_until <= now() order by waits_until limit ${batch}`
  const failures: unknown[] = []
  // One failing case delays neither the others nor the alarms.
  for (const { id } of due) await completeCase(id).catch((error: unknown) => failures.push(error))
  await sendAlarms()
  await sendReminders()
  if (failures.length > 0) throw failures[0]
}

const portal: CaseActor = { party: 'portal', employeeId: null, name: 'Portal' }

export async function completeCase(caseId: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const about = await tx.resetCase.findUnique({ where: { id: caseId }, select: { firmId: true } })
    if (about) await lockFirm(tx, about.firmId)
    const found = await lockCase(tx, caseId)
    if (found?.state !== 'waiting' || !(await isOver(tx, caseId))) return false
    return found.kind === 'lost_phone' ? completeReset(tx, found) : completeNumber(tx, found)
  })
}

/** A hold protects only notified people: it waits for its mails, and lasts a day more if nobody was reached. */
async function isOver(tx: Tx, caseId: string): Promise<boolean> {
  const [wait] = await tx.$queryRaw<
    Array<{ isOver: boolean; isNotified: boolean; isUntilLater: boolean; ends: Date }>
  >`
    select c.waits_until <= now() as "isOver", coalesce(notified.all_sent, true) as "isNotified",
      greatest(c.waits_until, notified.since + make_interval(hours => c.wait_hours)) as ends,
      coalesce(notified.since + make_interval(hours => c.wait_hours) > now() + interval '1 hour', false) as "isUntilLater"
    from reset_case c left join lateral (
      select bool_and(n.sent_at is not null or n.refused_at is not null) as all_sent,
        case when count(*) > 0
          then coalesce(max(n.sent_at), coalesce(c.decided_at, c.opened_at) + interval '24 hours') end as since
      from case_message n join case_event v on v.id = n.event_id
      where n.case_id = c.id and v.to_state = 'waiting' and v.act in ('opened', 'approved')
    ) notified on true
    where c.id = ${caseId}::uuid`
  if (!wait?.isOver) return false
  if (wait.isNotified && !wait.isUntilLater) return true
  await tx.$executeRaw`
    update reset_case set waits_until = case when ${wait.isNotified} then ${wait.ends}::timestamptz else now() + interval '1 minute' end
    where id = ${caseId}::uuid`
  return false
}

async function completeReset(tx: Tx, found: LockedCase): Promise<boolean> {
  if (!(await moveCase(tx, found, portal, { act: 'completed', to: 'ready' }))) return false
  await tx.resetCase.update({ where: { id: found.id }, data: { completedAt: found.now } })
  await removeAllMethods(tx, found.employeeId)
  const held = await lockOpenCase(tx, found.employeeId, 'number_change')
  if (held)
    await moveCase(tx, held, portal, { act: 'withdrawn', to: 'withdrawn', note: 'The phone was reset' })
  await enqueue(tx, 'enrollment-mail', { employeeId: found.employeeId })
  return true
}

/** The new number is unproven: the next sign-in proves it. */
async function completeNumber(tx: Tx, found: LockedCase): Promise<boolean> {
  const person = await lockEmployee(tx, found.employeeId)
  if (!person || !(await moveCase(tx, found, portal, { act: 'completed', to: 'done' }))) return false
  await tx.resetCase.update({ where: { id: found.id }, data: { completedAt: found.now } })
  await setMobileNumber(tx, person, found.requestedNumber)
  await endAllSessions(tx, found.employeeId)
  return true
}
