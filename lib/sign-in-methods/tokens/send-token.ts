import { db } from '@/lib/db'
import type { VendorAnswer, VendorFailure } from '@/lib/providers/second-factor'
import { ok, type Result, refuse } from '@/lib/result'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { offeredMethods } from '@/lib/sign-in-methods/offer-rules'
import { findMethods } from '@/lib/sign-in-methods/queries'
import { registerAtVendor } from '@/lib/sign-in-methods/vendors/register-at-vendor'
import { isOpenCountry } from '@/lib/sign-in-methods/vendors/vendor-of-number'
import { provider, tokenTexts, vendorsDown } from '@/lib/sign-in-methods/vendors/vendors'
import type { Vendor } from '@/prisma/client/client'
import { countText } from './count-text'
import type { TokenTarget } from './token-target'

export type SendRefusal =
  | 'no-number'
  | 'not-registered'
  | 'country-closed'
  | 'text-not-allowed'
  | 'ended'
  | 'too-soon'
  | 'too-many-texts'
  | 'texts-used-up' // this network, the firm or the portal has used up its texts
  | 'number-refused'
  | 'provider-down'

export type SendAnswer = Result<'sent' | 'ignored' | 'unclear', SendRefusal>

/** Sends no text after a reset, since only an enrollment proves a phone then. */
export async function sendToken(pending: PendingSignIn, address: string): Promise<SendAnswer> {
  if (pending.isReset) return refuse('not-registered')
  const isAllowed = await mayText(pending.employeeId)
  return isAllowed ? textToken(pending, address) : refuse('text-not-allowed')
}

async function mayText(employeeId: string): Promise<boolean> {
  const [now, person] = await Promise.all([
    findMethods(employeeId),
    db.employee.findUnique({ where: { id: employeeId }, select: { numberProvenAt: true } }),
  ])
  if (!now || !person) return false
  return !person.numberProvenAt || now.policy.allowsText || offeredMethods(now, 'sign_in').includes('text')
}

/** A text that may have left counts as sent; the other vendor repeats only a surely unsent one. */
export async function textToken(target: TokenTarget, address: string): Promise<SendAnswer> {
  const { mobileNumber } = target
  if (!mobileNumber) return refuse('no-number')
  if (!isOpenCountry(mobileNumber)) return refuse('country-closed')
  const [first, second] = await listSenders({ ...target, mobileNumber })
  if (!first)
    return refuse(target.vendor === 'authy' && !target.vendorUserId ? 'not-registered' : 'provider-down')

  const counted = await countText({ ...target, mobileNumber }, address, first.vendor)
  if (!counted.ok) return counted
  const startedAt = performance.now()
  const tried = await first.send()
  const isOver = tried.ok || !surelyUnsent.has(tried.failure) || performance.now() - startedAt > patienceMs
  const [sender, answer] = isOver || !second ? [first, tried] : [second, await second.send()]

  const status = answer.ok ? answer.value.status : answer.failure === 'unclear' ? 'unclear' : 'failed'
  const failure = tried.ok ? null : `${first.vendor}:${tried.failure}`
  const vendorId = answer.ok ? answer.value.vendorId : null
  await db.sentToken.update({
    where: { id: counted.value },
    data: { status, failure, vendor: sender.vendor, vendorId },
  })
  if (status !== 'failed') return ok(status)
  return refuse(answer.ok ? 'provider-down' : (refusals[answer.failure] ?? 'provider-down'))
}

type Sent = { status: 'sent' | 'ignored'; vendorId: string | null }
type Sender = { vendor: Vendor; send(): Promise<VendorAnswer<Sent>> }

/** Both vendors must answer within ten seconds: after a slow no, the other is not asked. */
const patienceMs = 2000

const surelyUnsent = new Set<VendorFailure>(['provider-down', 'invalid', 'not-registered', 'gone'])

const refusals: Partial<Record<VendorFailure, 'number-refused' | 'too-many-texts'>> = {
  invalid: 'number-refused',
  throttled: 'too-many-texts',
}

async function listSenders(target: TokenTarget & { mobileNumber: string }): Promise<Sender[]> {
  const down = vendorsDown()
  const verify = tokenTexts && !down.verifyTexts ? verifySender(tokenTexts, target.mobileNumber) : null
  if (target.vendor === 'verify' && verify) {
    return target.vendorUserId && !down.authyTexts ? [verify, authySender(target.vendorUserId)] : [verify]
  }
  const vendorUserId = down.authyTexts ? null : (target.vendorUserId ?? (await registerNow(target)))
  const authy = vendorUserId ? authySender(vendorUserId) : null
  return [authy, verify].filter((sender) => sender !== null)
}

function authySender(vendorUserId: string): Sender {
  return {
    vendor: 'authy',
    async send() {
      const answer = await provider.sendToken(vendorUserId)
      return answer.ok ? { ok: true, value: { status: answer.value, vendorId: null } } : answer
    },
  }
}

function verifySender(texts: NonNullable<typeof tokenTexts>, mobileNumber: string): Sender {
  return {
    vendor: 'verify',
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
