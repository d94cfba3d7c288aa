import { type Method, mustAddMethod, type OwnMethods } from '@/lib/access/methods'
import { db } from '@/lib/db'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { blockOf, type MethodBlock, offeredMethods, sortMethods } from '@/lib/sign-in-methods/offer-rules'
import { isPushOpen } from '@/lib/sign-in-methods/open-pushes'
import { settleWaiting } from '@/lib/sign-in-methods/push/settle-push'
import { findMethods } from '@/lib/sign-in-methods/queries'
import { pauseSeconds, textsPerWindow, textWindowMinutes } from '@/lib/sign-in-methods/tokens/rules'
import { vendorsDown } from '@/lib/sign-in-methods/vendors/vendors'
import type { PushStatus, SentTokenStatus } from '@/prisma/client/client'

/** What the second-step page shows of a begun sign-in. Seconds are the database's, so every clock on the page agrees. */
export type SecondStep = {
  push: {
    status: PushStatus
    matchNumber: string
    isTyped: boolean
    secondsLeft: number
  } | null
  text: {
    status: SentTokenStatus
    secondsUntilNext: number
    sentInWindow: number
    canSendMore: boolean
  } | null
  triesLeft: number
  tokensLockedUntil: Date | null
}

export async function getSecondStep(pending: PendingSignIn): Promise<SecondStep> {
  const [push, text] = await Promise.all([latestPush(pending.pendingId), latestText(pending)])
  return { push, text, triesLeft: pending.triesLeft, tokensLockedUntil: pending.tokensLockedUntil }
}

/** What a begun sign-in can go on with now. */
export type Offer = {
  /** The way to show first in front. */
  methods: Method[]
  own: OwnMethods
  /** What the person has and cannot use at this moment. */
  closed: Array<{ method: Method; why: MethodBlock }>
  /** None of the ways is enough for the firm: the proof leads on to adding a better one. */
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
  const verified = offeredMethods(now, purpose).map((method) => ({
    method,
    why: blockOf(method, now.own, facts),
  }))
  const open = verified.filter(({ why }) => why === null).map(({ method }) => method)
  const closed = verified.flatMap(({ method, why }) => (why ? [{ method, why }] : []))
  const areTokensLocked = pending.tokensLockedUntil !== null
  return {
    methods: sortMethods(open, { lastMethod: person.lastMethod, isOnPhone, areTokensLocked }),
    own: now.own,
    closed,
    leadsToAdding: purpose === 'sign_in' && mustAddMethod(now.own, now.role, now.policy),
  }
}

/** For the waiting page: the state of the latest push after looking after it; null when none was sent. */
export async function getPushStatus(pendingId: string): Promise<PushStatus | null> {
  await settleWaiting(pendingId)
  return (await latestPush(pendingId))?.status ?? null
}

async function latestPush(pendingId: string): Promise<SecondStep['push']> {
  const [push] = await db.$queryRaw<Array<NonNullable<SecondStep['push']>>>`
    select case when ${isPushOpen} and expires_at < now() then 'expired' else status::text end as status,
      match_number as "matchNumber", typed_code_hash is not null as "isTyped",
      greatest(0, ceil(extract(epoch from expires_at - now())))::int as "secondsLeft"
    from push where pending_sign_in_id = ${pendingId} order by created_at desc limit 1`
  return push ?? null
}

async function latestText(pending: PendingSignIn): Promise<SecondStep['text']> {
  const [text] = await db.$queryRaw<
    Array<{ status: SentTokenStatus; secondsAgo: number; sentInWindow: number }>
  >`
    select status::text as status, extract(epoch from now() - created_at)::float8 as "secondsAgo",
      (select count(*)::int from sent_token where employee_id = ${pending.employeeId}::uuid
        and created_at > now() - make_interval(mins => ${textWindowMinutes})) as "sentInWindow"
    from sent_token where pending_sign_in_id = ${pending.pendingId} order by created_at desc limit 1`
  if (!text) return null
  const secondsUntilNext = Math.max(0, Math.ceil(pauseSeconds(text.sentInWindow) - text.secondsAgo))
  const { status, sentInWindow } = text
  return { status, sentInWindow, secondsUntilNext, canSendMore: sentInWindow < textsPerWindow }
}

/** Who of the same firm can record a new number: up to five colleagues, by name. */
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
