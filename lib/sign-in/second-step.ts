import { type Method, mustAddMethod } from '@/lib/access/methods'
import { db } from '@/lib/db'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { blockOf, type MethodBlock, offeredMethods, sortMethods } from '@/lib/sign-in-methods/offer-rules'
import { findMethods, type MethodsNow } from '@/lib/sign-in-methods/queries'
import { vendorsDown } from '@/lib/sign-in-methods/vendors/vendors'

export type Offer = MethodsNow & {
  methods: Method[]
  closed: Array<{ method: Method; why: MethodBlock }>
  leadsToAdding: boolean
}

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
