import { db } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import type { CaseState } from '@/prisma/client/client'
import { until } from './arrive'

/** Lets hours pass for one case alone: every time in it, and in its messages, moves back. The worker looks at once. */
export async function passHours(caseId: string, hours: number): Promise<void> {
  await db.$executeRaw`
    update reset_case set opened_at = opened_at - make_interval(hours => ${hours}),
      due_at = due_at - make_interval(hours => ${hours}), breach_at = breach_at - make_interval(hours => ${hours}),
      owned_at = owned_at - make_interval(hours => ${hours}), paused_at = paused_at - make_interval(hours => ${hours}),
      decided_at = decided_at - make_interval(hours => ${hours}), waits_until = waits_until - make_interval(hours => ${hours}),
      completed_at = completed_at - make_interval(hours => ${hours})
    where id = ${caseId}::uuid`
  await db.$executeRaw`
    update case_message set sent_at = sent_at - make_interval(hours => ${hours}) where case_id = ${caseId}::uuid`
  await enqueue(db, 'case-clocks', {})
}

/** The newest case of a person, once it is in this state. */
export async function caseOf(employee: { id: string }, state: CaseState) {
  return until(() =>
    db.resetCase.findFirst({ where: { employeeId: employee.id, state }, orderBy: { number: 'desc' } }),
  )
}

/** Support may approve once the people who could object were notified. */
export async function untilAllAreNotified(caseId: string): Promise<void> {
  await until(async () => {
    const waiting = await db.caseMessage.count({ where: { caseId, sentAt: null, refusedAt: null } })
    return waiting === 0
  })
}
