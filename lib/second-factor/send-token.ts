import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { record } from '@/lib/audit/record'
import { db, type Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import type { VendorFailure } from '@/lib/providers/second-factor'
import { type Limit, takeOne } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { networkOf } from '@/lib/session/visitor'
import { enrolEmployee } from './enrol-employee'
import { provider } from './provider'
import { textRefusal, textWindowMinutes, triesPerCode } from './token-rules'

export type SendRefusal =
  | 'no-number'
  | 'not-enrolled'
  | 'country-closed'
  | 'ended'
  | 'too-soon'
  | 'too-many-texts'
  | 'texts-spent' // this network, the firm or the whole portal has had its share
  | 'number-refused'
  | 'provider-down'

const perNetwork: Limit = { name: 'texts-network', points: 60, seconds: 60 * 60 }

/**
 * Texts a token. Only after the password, only to the number on file, and counted before it is sent (OT-5). 'ignored':
 * the vendor sent no text and points to its app. A text that may or may not have left counts as sent.
 */
export async function sendToken(
  pending: PendingSignIn,
  address: string,
): Promise<Result<'sent' | 'ignored' | 'unclear', SendRefusal>> {
  if (!pending.mobileNumber) return refuse('no-number')
  if (!isOpenCountry(pending.mobileNumber)) return refuse('country-closed')
  const vendorUserId = pending.vendorUserId ?? (await enrolNow(pending.employeeId))
  if (!vendorUserId) return refuse('not-enrolled')

  const counted = await countText(pending, address)
  if (!counted.ok) return counted

  const answer = await provider.sendToken(vendorUserId)
  const outcome = answer.ok ? answer.value : outcomes[answer.failure]
  await db.sentToken.update({
    where: { id: counted.value },
    data: { status: outcome, failure: answer.ok ? null : answer.failure },
  })
  if (outcome !== 'failed') return ok(outcome)
  return refuse(!answer.ok && answer.failure === 'invalid' ? 'number-refused' : 'provider-down')
}

/** Somebody may ask for a text before the worker has registered the number: then it is done here and now. */
async function enrolNow(employeeId: string): Promise<string | null> {
  const enrolment = await enrolEmployee(provider, employeeId)
  return enrolment?.ok ? enrolment.vendorUserId : null
}

const outcomes: Record<VendorFailure, 'unclear' | 'failed'> = {
  unclear: 'unclear',
  invalid: 'failed',
  reused: 'failed',
  throttled: 'failed',
  'not-registered': 'failed',
  gone: 'failed',
  'provider-down': 'failed',
}

/** Stores the text before it is sent, under the lock of the person's row, and gives its code five tries. */
async function countText(
  pending: PendingSignIn,
  address: string,
): Promise<Result<string, 'ended' | 'too-soon' | 'too-many-texts' | 'texts-spent'>> {
  if (!(await takeOne(perNetwork, networkOf(address)))) return alarm('network')

  return db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from employee where id = ${pending.employeeId}::uuid for no key update`
    const [facts] = await tx.$queryRaw<
      Array<{ secondsSinceLast: number | null; inWindow: number; today: number }>
    >`
      select extract(epoch from now() - max(created_at))::float8 as "secondsSinceLast",
        count(*) filter (where created_at > now() - make_interval(mins => ${textWindowMinutes}))::int as "inWindow",
        count(*)::int as today
      from sent_token where employee_id = ${pending.employeeId}::uuid and created_at > now() - interval '1 day'`
    const refusal = textRefusal(facts ?? { secondsSinceLast: null, inWindow: 0, today: 0 })
    if (refusal) return refuse(refusal)
    const spent = await spentShare(tx, pending.firmId)
    if (spent) return alarm(spent)

    const alive = await tx.$executeRaw`
      update pending_sign_in set tries_left = ${triesPerCode}
      where id = ${pending.pendingId} and consumed_at is null and expires_at > now()`
    if (alive === 0) return refuse('ended')
    const { pendingId, employeeId, firmId } = pending
    const text = await tx.sentToken.create({ data: { pendingSignInId: pendingId, employeeId, firmId } })
    await record(tx, pending, 'token.sent')
    return ok(text.id)
  })
}

async function spentShare(tx: Tx, firmId: string): Promise<'firm' | 'portal' | null> {
  const [sent] = await tx.$queryRaw<Array<{ firm: number; portal: number }>>`
    select
      (select count(*)::int from sent_token
        where firm_id = ${firmId}::uuid and created_at > now() - interval '1 day') as firm,
      (select count(*)::int from sent_token where created_at > now() - interval '1 day') as portal`
  if ((sent?.firm ?? 0) >= env.TEXTS_PER_DAY_FIRM) return 'firm'
  return (sent?.portal ?? 0) >= env.TEXTS_PER_DAY_PORTAL ? 'portal' : null
}

function alarm(whose: 'network' | 'firm' | 'portal'): { ok: false; reason: 'texts-spent' } {
  log.error({ alarm: 'texts-spent', whose }, 'a cap on texts was reached')
  return refuse('texts-spent')
}

/** Texts to far-away premium numbers are a business of their own: only the countries of the setting get any. */
function isOpenCountry(mobileNumber: string): boolean {
  const country = parsePhoneNumberFromString(mobileNumber)?.country
  return country !== undefined && env.TEXT_COUNTRIES.includes(country)
}
