import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { type HelpRefusal, lockHelped } from './lock-helped'
import { countingPasses, issuePass, type MadePass } from './make-one-time-pass'

export type ShowPassRefusal = HelpRefusal | 'closed' | 'too-many'

/** *Show the pass*: for the admin who asked, once, after somebody else has confirmed it. The pass is made at this moment. */
export async function showPass(actor: Actor, requestId: string): Promise<Result<MadePass, ShowPassRefusal>> {
  const request = await db.helpRequest.findFirst({
    where: { id: requestId, firmId: actor.firmId, askedBy: actor.employeeId, kind: 'pass' },
    select: { employeeId: true, reason: true, answeredBy: true },
  })
  if (!request) return refuse('not-found')
  const { employeeId, reason, answeredBy } = request

  return countingPasses<HelpRefusal | 'closed'>(actor, employeeId, () =>
    db.$transaction(async (tx) => {
      const person = await lockHelped(tx, actor, employeeId, 'pass')
      if (!person.ok) return person
      const used = await tx.$executeRaw`
        update help_request set used_at = now()
        where id = ${requestId}::uuid and confirmed_at is not null and used_at is null and expires_at > now()`
      if (used === 0) return refuse('closed')
      return ok(await issuePass(tx, actor, person.value, { reason, confirmedBy: answeredBy ?? undefined }))
    }),
  )
}
