import { createHmac } from 'node:crypto'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { VendorFailure } from '@/lib/providers/second-factor'
import { giveBack, type Limit, takeOne } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import type { Proof } from '@/lib/ways/proof'
import { findSentToken } from './find-sent-token'
import { provider, tokenTexts } from './provider'
import { textWindowMinutes } from './token-rules'

export type TokenProof = Extract<Proof, { kind: 'token' }>
export type VendorRefusal = 'wrong' | 'used' | 'locked' | 'not-enrolled' | 'vendor-busy' | 'provider-down'

/**
 * One phone may serve several people, each with an own count of wrong tokens: a firm must not guess at it through many
 * accounts. Counted for each firm by itself, so that none can lock another firm's people out.
 */
const perPhoneAndFirm: Limit = { name: 'tokens-phone-firm', points: 30, seconds: 60 * 60 }

/** The text of this very sign-in first; then whatever Authy knows of the person, its app's tokens included. */
export async function checkAtVendors(
  pending: PendingSignIn,
  token: string,
): Promise<Result<TokenProof, VendorRefusal>> {
  const text = await findSentToken(pending)
  const verify = text?.vendor === 'verify' && pending.mobileNumber ? tokenTexts : null
  if (!verify && !pending.vendorUserId) {
    return refuse((await hasOwnApp(pending.employeeId)) ? 'wrong' : 'not-enrolled')
  }
  const phone = `${pending.firmId}|${pending.vendorUserId ?? pending.mobileNumber}`
  if (!(await takeOne(perPhoneAndFirm, phone))) return refuse('locked')

  let failure: VendorFailure = 'invalid'
  if (verify && text) {
    const sent = { mobileNumber: pending.mobileNumber ?? '', verificationId: text.vendorId }
    const answer = await verify.check(sent, token)
    if (answer.ok) {
      await giveBack(perPhoneAndFirm, phone)
      return ok({ kind: 'token', way: 'text', digest: digestOf(pending.employeeId, `verify:${text.id}`) })
    }
    failure = answer.failure === 'gone' ? 'invalid' : answer.failure
  }
  if (pending.vendorUserId) {
    const answer = await provider.checkToken(pending.vendorUserId, token)
    if (answer.ok) {
      await giveBack(perPhoneAndFirm, phone)
      // Authy does not say which it was: where a text was sent, it may have been that.
      const way = (await wasTexted(pending.employeeId)) ? 'text' : 'app'
      return ok({ kind: 'token', way, digest: digestOf(pending.employeeId, token) })
    }
    if (!verify || failure === 'invalid') failure = answer.failure
  }
  return refuse(refusals[failure])
}

async function hasOwnApp(employeeId: string): Promise<boolean> {
  return (await db.authenticator.count({ where: { employeeId, confirmedAt: { not: null } } })) > 0
}

async function wasTexted(employeeId: string): Promise<boolean> {
  const [text] = await db.$queryRaw<unknown[]>`
    select from sent_token where employee_id = ${employeeId}::uuid and vendor = 'authy' and status <> 'failed'
      and created_at > now() - make_interval(mins => ${textWindowMinutes}) limit 1`
  return text !== undefined
}

const refusals: Record<VendorFailure, VendorRefusal> = {
  invalid: 'wrong',
  reused: 'used',
  throttled: 'vendor-busy',
  'not-registered': 'not-enrolled',
  gone: 'provider-down',
  'provider-down': 'provider-down',
  unclear: 'provider-down',
}

/** Keyed, so that the table of spent tokens tells nothing about tokens (CL-7). */
function digestOf(employeeId: string, token: string): string {
  return createHmac('sha256', env.PROOF_KEY).update(`${employeeId}:${token}`).digest('hex')
}
