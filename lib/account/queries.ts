import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'
import { isSessionLive } from '@/lib/session/sessions'
import { findMethods } from '@/lib/sign-in-methods/queries'

export async function getStanding(actor: Actor) {
  const [person, methods] = await Promise.all([
    db.employee.findFirstOrThrow({
      where: { id: actor.employeeId, firmId: actor.firmId },
      select: {
        mobileNumber: true,
        numberProvenAt: true,
        vendor: true,
        vendorState: true,
        factorResetAt: true,
        mustUseSecondFactor: true,
        pushesLockedAt: true,
        wrongTokensInRow: true,
        watchedUntil: true,
        cases: {
          where: { kind: 'number_change', state: 'waiting' },
          select: { requestedNumber: true, waitsUntil: true },
        },
        firm: {
          select: {
            requiresSecondFactor: true,
            ruleChangedAt: true,
            ruleChangedBy: true,
            activeEmployees: true,
            activeWithoutNumber: true,
          },
        },
      },
    }),
    findMethods(actor.employeeId),
  ])
  if (!methods) throw new Error('The person has just been deactivated')
  return { ...person, methods }
}

export type Standing = Awaited<ReturnType<typeof getStanding>>

export type OwnSession = {
  id: string
  browser: string
  place: string
  createdAt: Date
  lastSeenAt: Date
  isThisOne: boolean
}

export async function listSessions(actor: Actor): Promise<OwnSession[]> {
  return db.$queryRaw<OwnSession[]>`
    select s.id, s.browser, s.place, s.created_at as "createdAt", s.last_seen_at as "lastSeenAt",
      s.id = ${actor.sessionId} as "isThisOne"
    from session s
    where s.employee_id = ${actor.employeeId}::uuid and ${isSessionLive}
    order by s.id = ${actor.sessionId} desc, s.last_seen_at desc
    limit 50`
}
