import { type Method, mustAddMethod } from '@/lib/access/methods'
import { db } from '@/lib/db'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { blockOf, type MethodBlock, offeredMethods, sortMethods } from '@/lib/sign-in-methods/offer-rules'
import { isInVain } from '@/lib/sign-in-methods/push/in-vain'
import { maxPushesInVain, pushWindowMinutes } from '@/lib/sign-in-methods/push/rules'
import { findMethods, type MethodsNow } from '@/lib/sign-in-methods/queries'
import { vendorsDown } from '@/lib/sign-in-methods/vendors/vendors'

export type Offer = MethodsNow & {
  methods: Method[]
  closed: Array<{ method: Method; why: MethodBlock }>
  leadsToAdding: boolean
  /** The last sign-in in this browser took a passkey, so the password sends no push: the browser asks for the passkey. */
  awaitsPasskey: boolean
  pushesPausedUntil: Date | null
}

export async function getOffer(pending: PendingSignIn): Promise<Offer | null> {
  const [now, person] = await Promise.all([findMethods(pending.employeeId), findHabits(pending)])
  if (!now || !person) return null
  const facts = {
    ...person,
    down: vendorsDown(),
    textVendor: pending.vendor,
    arePushesLocked: pending.arePushesLocked,
    arePushesPaused: person.pushesPausedUntil !== null,
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
    methods: sortMethods(open, { lastMethod: person.lastMethod, areTokensLocked }),
    closed,
    leadsToAdding: purpose === 'sign_in' && mustAddMethod(now.own, now.role, now.policy),
    awaitsPasskey: person.lastMethodHere === 'passkey' && open.includes('passkey'),
    pushesPausedUntil: person.pushesPausedUntil,
  }
}

type Habits = {
  lastMethod: string | null
  lastMethodHere: string | null
  wrongTokensInRow: number
  wrongCodesInRow: number
  pushesPausedUntil: Date | null
}

/** A push that still waits in this sign-in is no pause: the page shows it, and its approval counts. */
async function findHabits({ employeeId, pendingId, browserId }: PendingSignIn): Promise<Habits | null> {
  const [habits] = await db.$queryRaw<Habits[]>`
    select e.last_method as "lastMethod", e.wrong_tokens_in_row as "wrongTokensInRow",
      e.wrong_codes_in_row as "wrongCodesInRow",
      (select k.last_method from known_browser k where k.employee_id = e.id and k.browser_id = ${browserId})
        as "lastMethodHere",
      case when not exists (select from push u where u.pending_sign_in_id = ${pendingId}
          and u.status in ('sending', 'pending', 'approved') and u.consumed_at is null and u.expires_at > now())
        then (select (array_agg(u.created_at order by u.created_at desc))[${maxPushesInVain}::int] from push u where ${isInVain})
          + make_interval(mins => ${pushWindowMinutes}) end as "pushesPausedUntil"
    from employee e where e.id = ${employeeId}::uuid`
  return habits ?? null
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
