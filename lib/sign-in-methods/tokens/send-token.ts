import { db } from '@/lib/db'
import type { VendorAnswer, VendorFailure } from '@/lib/providers/second-factor'
import { ok, type Result, refuse } from '@/lib/result'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { wrongTokensUntilDisabled } from '@/lib/sign-in-methods/lockout-rules'
import { accepts } from '@/lib/sign-in-methods/offer-rules'
import { findMethods } from '@/lib/sign-in-methods/queries'
import { registerAtVendor } from '@/lib/sign-in-methods/vendors/register-at-vendor'
import { isOpenCountry } from '@/lib/sign-in-methods/vendors/vendor-of-number'
import { provider, tokenTexts, vendorsDown } from '@/lib/sign-in-methods/vendors/vendors'
import { countText, type SendingVendor } from './count-text'
import { countTriesOfNext } from './live-texts'
import type { TokenTarget } from './token-target'

export type SendRefusal =
  | 'no-number'
  | 'not-registered'
  | 'country-closed'
  | 'text-not-allowed'
  | 'tokens-disabled'
  | 'tokens-locked' // for longer than this sign-in lasts
  | 'ended'
  | 'too-soon'
  | 'too-many-texts'
  | 'texts-used-up' // this network, the firm or the portal has used up its texts
  | 'number-refused'
  | 'provider-down'

export type SendAnswer = Result<'sent' | 'ignored' | 'unclear', SendRefusal>

/** Sends only what could complete this sign-in. After a reset only an enrollment proves a phone. */
export async function sendToken(pending: PendingSignIn, address: string): Promise<SendAnswer> {
  if (pending.isReset) return refuse('not-registered')
  const { employeeId, purpose, tokensLockedUntil } = pending
  const [now, person] = await Promise.all([
    findMethods(employeeId),
    db.employee.findUnique({ where: { id: employeeId }, select: { wrongTokensInRow: true } }),
  ])
  if (!now || !person) return refuse('ended')
  if (person.wrongTokensInRow >= wrongTokensUntilDisabled) return refuse('tokens-disabled')
  if (tokensLockedUntil && tokensLockedUntil >= pending.expiresAt)
    return refuse('tokens-locked', tokensLockedUntil)
  if (purpose === 'prove_number') return textToken(pending, address)
  if (!accepts('text', now, purpose)) return refuse('text-not-allowed')
  return textToken(pending, address, { isVerifyFirst: !accepts('app', now, purpose) })
}

/**
 * A text that may have left counts as sent; the other vendor repeats only a surely unsent one. `isVerifyFirst`: where the firm
 * accepts no app tokens, since Authy may not tell one from its text.
 */
export async function textToken(
  target: TokenTarget,
  address: string,
  { isVerifyFirst = false } = {},
): Promise<SendAnswer> {
  const { mobileNumber } = target
  if (!mobileNumber) return refuse('no-number')
  if (!isOpenCountry(mobileNumber)) return refuse('country-closed')
  const senders = await listSenders({ ...target, mobileNumber }, isVerifyFirst)
  if (senders.length === 0)
    return refuse(target.vendor === 'authy' && !target.vendorUserId ? 'not-registered' : 'provider-down')
  const [first, second] = await withTriesLeft(target, senders)
  if (!first) return refuse('too-many-texts')

  const counted = await countText({ ...target, mobileNumber }, address, first)
  if (!counted.ok) return counted
  const id = counted.value
  const startedAt = performance.now()
  const tried = await first.send()
  const isOver = tried.ok || !surelyUnsent.has(tried.failure) || performance.now() - startedAt > patienceMs
  const failure = tried.ok ? null : `${first.vendor}:${tried.failure}`
  if (isOver || !second) return storeAnswer(id, first, tried, failure)
  const nextId = mayHaveLeft(first, tried) ? await storeBoth(id, failure) : id
  await storeSender(target, nextId, second)
  return storeAnswer(nextId, second, await second.send(), failure)
}

/** An error of Authy may come after its text, which nothing but this row tells from a token of the app. */
function mayHaveLeft({ vendor }: Sender, answer: VendorAnswer<Sent>): boolean {
  return vendor === 'authy' && !answer.ok && answer.failure === 'provider-down'
}

async function storeAnswer(
  id: string,
  sender: Sender,
  answer: VendorAnswer<Sent>,
  failure: string | null,
): Promise<SendAnswer> {
  const isUnclear = !answer.ok && (answer.failure === 'unclear' || mayHaveLeft(sender, answer))
  const status = answer.ok ? answer.value.status : isUnclear ? 'unclear' : 'failed'
  const vendorId = answer.ok ? answer.value.vendorId : null
  await db.sentToken.update({ where: { id }, data: { status, failure, vendorId } })
  if (answer.ok) return ok(answer.value.status)
  if (answer.failure === 'unclear') return ok('unclear')
  return refuse(refusals[answer.failure] ?? 'provider-down')
}

/** Keeps the row of a text that may have left beside the row of the next one. */
async function storeBoth(id: string, failure: string | null): Promise<string> {
  const { pendingSignInId, employeeId, firmId, purpose, numberHash } = await db.sentToken.update({
    where: { id },
    data: { status: 'unclear', failure },
  })
  const next = await db.sentToken.create({
    data: { pendingSignInId, employeeId, firmId, purpose, numberHash },
  })
  return next.id
}

/** A vendor that has a live token with no tries left would text the same one again. */
async function withTriesLeft(target: TokenTarget, senders: Sender[]): Promise<Sender[]> {
  const tries = await Promise.all(
    senders.map(({ vendor, vendorUserId }) => countTriesOfNext(db, { ...target, vendorUserId }, vendor)),
  )
  return senders.filter((_, place) => (tries[place] ?? 0) > 0)
}

/** Stores whose text it is before it leaves, or a token typed at once would not be known as one. */
async function storeSender(target: TokenTarget, id: string, { vendor, vendorUserId }: Sender): Promise<void> {
  const triesLeft = await countTriesOfNext(db, { ...target, vendorUserId }, vendor)
  await db.sentToken.update({ where: { id }, data: { vendor, vendorUserId, triesLeft } })
}

type Sent = { status: 'sent' | 'ignored'; vendorId: string | null }
type Sender = SendingVendor & { send(): Promise<VendorAnswer<Sent>> }

/** Both vendors must answer within ten seconds: after a slow no, the other is not asked. */
const patienceMs = 2000

const surelyUnsent = new Set<VendorFailure>(['provider-down', 'invalid', 'not-registered', 'gone'])

const refusals: Partial<Record<VendorFailure, 'number-refused' | 'too-many-texts'>> = {
  invalid: 'number-refused',
  throttled: 'too-many-texts',
}

async function listSenders(
  target: TokenTarget & { mobileNumber: string },
  isVerifyFirst: boolean,
): Promise<Sender[]> {
  const down = vendorsDown()
  const verify = tokenTexts && !down.verifyTexts ? verifySender(tokenTexts, target.mobileNumber) : null
  if ((isVerifyFirst || target.vendor === 'verify') && verify) {
    return target.vendorUserId && !down.authyTexts ? [verify, authySender(target.vendorUserId)] : [verify]
  }
  const vendorUserId = down.authyTexts ? null : (target.vendorUserId ?? (await registerNow(target)))
  const authy = vendorUserId ? authySender(vendorUserId) : null
  return [authy, verify].filter((sender) => sender !== null)
}

function authySender(vendorUserId: string): Sender {
  return {
    vendor: 'authy',
    vendorUserId,
    async send() {
      const answer = await provider.sendToken(vendorUserId)
      return answer.ok ? { ok: true, value: { status: answer.value, vendorId: null } } : answer
    },
  }
}

function verifySender(texts: NonNullable<typeof tokenTexts>, mobileNumber: string): Sender {
  return {
    vendor: 'verify',
    vendorUserId: null,
    async send() {
      const answer = await texts.send(mobileNumber)
      return answer.ok
        ? { ok: true, value: { status: 'sent', vendorId: answer.value.verificationId } }
        : answer
    },
  }
}

async function registerNow({ vendor, employeeId }: TokenTarget): Promise<string | null> {
  if (vendor !== 'authy') return null
  const registration = await registerAtVendor(provider, employeeId)
  return registration?.ok ? registration.vendorUserId : null
}
