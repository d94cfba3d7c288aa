import { type Method, mustAddMethod } from '@/lib/access/methods'
import { db } from '@/lib/db'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { blockOf, type MethodBlock, offeredMethods, sortMethods } from '@/lib/sign-in-methods/offer-rules'
import { findMethods, type MethodsNow } from '@/lib/sign-in-methods/queries'
import { vendorsDown } from '@/lib/sign-in-methods/vendors/vendors'

/** What a pending sign-in can continue with now, and what it was decided from. */
export type Offer = MethodsNow & {
  /** In the order in which the page shows them. */
  methods: Method[]
  /** What the person has and cannot use at this moment. */
  closed: Array<{ method: Method; why: MethodBlock }>
  /** No method is enough for the firm: the proof leads to adding a better one. */
  leadsToAdding: boolean
}

/** Null once the person was deactivated. */
export async function getOffer(pending: PendingSignIn, isOnPhone: boolean): Promise<Offer | null> {
  const [now, person] = await Promise.all([
    findMethods(pending.employeeId),
    db.employee.findUnique({
      where: { id: pending.employeeId },
      select: { lastMethod: true, wrongTokensInRow: true, wrongCodesInRow: true },
    }),
  ])
  if (!now || !person) return null
  const facts = {
    ...person,
    down: vendorsDown(),
    textVendor: pending.vendor,
    arePushesLocked: pending.arePushesLocked,
    areCodesLocked: pending.codesLockedUntil !== null,
  }
  const purpose = pending.purpose === 'step_up' ? 'step_up' : 'sign_in'
  const offered = offeredMethods(now, purpose).map((method) => ({
    method,
    why: blockOf(method, now.own, facts),
  }))
  const open = offered.filter(({ why }) => why === null).map(({ method }) => method)
  const closed = offered.flatMap(({ method, why }) => (why ? [{ method, why }] : []))
  const areTokensLocked = pending.tokensLockedUntil !== null
  return {
    ...now,
    methods: sortMethods(open, { lastMethod: person.lastMethod, isOnPhone, areTokensLocked }),
    closed,
    leadsToAdding: purpose === 'sign_in' && mustAddMethod(now.own, now.role, now.policy),
  }
}

/** Up to five colleagues of the firm, by name, who can record a new number. */
export async function listAdmins(pending: PendingSignIn): Promise<Array<{ id: string; name: string }>> {
  return db.employee.findMany({
    where: {
      firmId: pending.firmId,
      active: true,
      role: { in: ['admin', 'support'] },
      id: { not: pending.employeeId },
    },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
    take: 5,
  })
}
