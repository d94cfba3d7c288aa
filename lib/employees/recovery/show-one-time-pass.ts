import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { lockForRecovery, type RecoveryRefusal } from './lock-helped'
import { countingOneTimePasses, issueOneTimePass, type MadeOneTimePass } from './make-one-time-pass'

export type ShowOneTimePassRefusal = RecoveryRefusal | 'closed' | 'too-many'

export async function showOneTimePass(
  actor: Actor,
  requestId: string,
): Promise<Result<MadeOneTimePass, ShowOneTimePassRefusal>> {
  const request = await db.recoveryRequest.findFirst({
    where: { id: requestId, firmId: actor.firmId, askedBy: actor.employeeId, kind: 'one_time_pass' },
    select: { employeeId: true, reason: true, answeredBy: true },
  })
  if (!request) return refuse('not-found')
  const { employeeId, reason, answeredBy } = request

  return countingOneTimePasses<RecoveryRefusal | 'closed'>(actor, employeeId, () =>
    db.$transaction(async (tx) => {
      const person = await lockForRecovery(tx, actor, employeeId, 'one_time_pass')
      if (!person.ok) return person
      const { now } = person.value
      const { count } = await tx.recoveryRequest.updateMany({
        where: { id: requestId, confirmedAt: { not: null }, usedAt: null, expiresAt: { gt: now } },
        data: { usedAt: now },
      })
      if (count === 0) return refuse('closed')
      return ok(
        await issueOneTimePass(tx, actor, person.value, { reason, confirmedBy: answeredBy ?? undefined }),
      )
    }),
  )
}
