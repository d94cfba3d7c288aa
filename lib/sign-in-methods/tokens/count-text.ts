import { record } from '@/lib/audit/record'
import { fromNow } from '@/lib/clock'
import { db, type Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { lockEmployee } from '@/lib/lock-employee'
import { type Limit, takeOrWait } from '@/lib/rate-limit'
import { ok, type Refusal, type Result, refuse } from '@/lib/result'
import { isPendingLive } from '@/lib/session/pending-sign-ins'
import { networkOf } from '@/lib/session/visitor'
import type { Vendor } from '@/prisma/client/client'
import { countTriesOfNext, lockNumber } from './live-texts'
import { numberHash } from './number-hash'
import { type TextFacts, textRefusal, textWaitSeconds, textWindowMinutes } from './rules'
import { alertTextsUsed, type Cap } from './texts-used'
import type { TokenTarget } from './token-target'

type CountRefusal = 'ended' | 'too-soon' | 'too-many-texts' | 'texts-used-up'

export type SendingVendor = { vendor: Vendor; vendorUserId: string | null }

const perNetwork: Limit = { name: 'texts-network', points: 60, seconds: 60 * 60 }

export async function countText(
  target: TokenTarget & { mobileNumber: string },
  address: string,
  sender: SendingVendor,
): Promise<Result<string, CountRefusal>> {
  const opensAt = await takeOrWait(perNetwork, networkOf(address))
  const counted: Counted = opensAt
    ? { ok: false, reason: 'texts-used-up', cap: { whose: 'network' }, opensAt }
    : await db.$transaction((tx) => count(tx, target, sender))
  if (counted.ok) return counted
  if ('cap' in counted) await alertTextsUsed(counted.cap)
  return refuse(counted.reason, counted.opensAt)
}

type Counted = Result<string, CountRefusal> | (Refusal<'texts-used-up'> & { cap: Cap })

/** Locks the person, then the number, so ten browsers or accounts at once get past no cap. */
async function count(
  tx: Tx,
  target: TokenTarget & { mobileNumber: string },
  { vendor, vendorUserId }: SendingVendor,
): Promise<Counted> {
  const { pendingId, employeeId, firmId } = target
  const hash = numberHash(target.mobileNumber)
  await lockEmployee(tx, employeeId)
  await lockNumber(tx, target.mobileNumber)
  const sent = await readSent(tx, employeeId, hash)
  const refusal = textRefusal(sent.person) ?? textRefusal(sent.number)
  const wait = Math.max(textWaitSeconds(sent.person), textWaitSeconds(sent.number))
  if (refusal) return refuse(refusal, fromNow(wait))
  const whose = await usedShare(tx, firmId)
  if (whose) return { ok: false, reason: 'texts-used-up', cap: { whose, firmId } }

  const triesLeft = await countTriesOfNext(tx, { ...target, vendorUserId }, vendor)
  if (triesLeft <= 0) return refuse('too-many-texts')
  const alive = await tx.$executeRaw`
    update pending_sign_in p set tries_left = ${triesLeft} where p.id = ${pendingId} and ${isPendingLive}`
  if (alive === 0) return refuse('ended')
  const ids = { pendingSignInId: pendingId, employeeId, firmId }
  const text = await tx.sentToken.create({
    data: { ...ids, purpose: target.purpose, vendor, vendorUserId, numberHash: hash, triesLeft },
  })
  await record(tx, target, 'token.sent')
  return ok(text.id)
}

async function readSent(tx: Tx, employeeId: string, hash: string) {
  const [facts] = await tx.$queryRaw<[TextFacts & OfNumber]>`
    select min(ago) filter (where own) as "secondsSinceLast",
      count(*) filter (where own and late)::int as "inWindow", count(*) filter (where own)::int as today,
      max(ago) filter (where own and late) as "oldestInWindow", max(ago) filter (where own) as "oldestToday",
      count(*) filter (where same and late)::int as "numberInWindow", count(*) filter (where same)::int as "numberToday",
      max(ago) filter (where same and late) as "oldestOfNumberInWindow", max(ago) filter (where same) as "oldestOfNumber"
    from (select extract(epoch from now() - created_at)::float8 as ago, employee_id = ${employeeId}::uuid as own, number_hash = ${hash} as same,
        created_at > now() - make_interval(mins => ${textWindowMinutes}) as late
      from sent_token where (employee_id = ${employeeId}::uuid or number_hash = ${hash})
        and created_at > now() - interval '1 day') texts`
  const { numberInWindow, numberToday, oldestOfNumberInWindow, oldestOfNumber, ...person } = facts
  const number: TextFacts = {
    secondsSinceLast: null,
    inWindow: numberInWindow,
    today: numberToday,
    oldestInWindow: oldestOfNumberInWindow,
    oldestToday: oldestOfNumber,
  }
  return { person, number }
}

type OfNumber = {
  numberInWindow: number
  numberToday: number
  oldestOfNumberInWindow: number | null
  oldestOfNumber: number | null
}

async function usedShare(tx: Tx, firmId: string): Promise<'firm' | 'portal' | null> {
  const [sent] = await tx.$queryRaw<Array<{ firm: number; portal: number }>>`
    select
      (select count(*)::int from sent_token
        where firm_id = ${firmId}::uuid and created_at > now() - interval '1 day') as firm,
      (select count(*)::int from sent_token where created_at > now() - interval '1 day') as portal`
  if ((sent?.firm ?? 0) >= env.TEXTS_PER_DAY_FIRM) return 'firm'
  return (sent?.portal ?? 0) >= env.TEXTS_PER_DAY_PORTAL ? 'portal' : null
}
