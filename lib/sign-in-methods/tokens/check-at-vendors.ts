import { createHmac } from 'node:crypto'
import type { Proof } from '@/lib/access/proof'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { VendorFailure } from '@/lib/providers/second-factor'
import { giveBack, type Limit, takeOne } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { provider, tokenTexts } from '@/lib/sign-in-methods/vendors/vendors'
import { findVerifyText, type VerifyText, wasTextedByAuthy } from './find-sent-token'

export type TokenProof = Extract<Proof, { kind: 'token' }>
export type VendorRefusal =
  | 'wrong'
  | 'used'
  | 'locked'
  | 'no-tries-left'
  | 'not-registered'
  | 'vendor-busy'
  | 'provider-down'

/**
 * One phone may serve several people, each with an own count of wrong tokens: a firm must not guess at it through many
 * accounts. Counted for each firm by itself, so that none can lock another firm's people out.
 */
const perPhoneAndFirm: Limit = { name: 'tokens-phone-firm', points: 30, seconds: 60 * 60 }

/**
 * The text of this very sign-in first; then whatever Authy knows of the person, its app's tokens included. A yes of either is a
 * whole proof; without one, silence never counts as a no of the vendor that could have said yes.
 */
export async function checkAtVendors(
  pending: PendingSignIn,
  token: string,
): Promise<Result<TokenProof, VendorRefusal>> {
  const text = tokenTexts && (await findVerifyText(pending))
  if (!text && !pending.vendorUserId) {
    const mayBeOld = pending.vendor === 'verify' || (await hasOwnApp(pending.employeeId))
    return refuse(mayBeOld ? 'wrong' : 'not-registered')
  }
  const phone = `${pending.firmId}|${pending.mobileNumber ?? pending.vendorUserId}`
  if (!(await takeOne(perPhoneAndFirm, phone))) return refuse('locked')

  const atVerify = text && (await checkText(pending, text, token))
  const checked = atVerify?.ok || !pending.vendorUserId ? atVerify : await checkAtAuthy(pending, token)
  if (!checked) return refuse('not-registered')
  if (checked.ok) {
    await giveBack(perPhoneAndFirm, phone)
    return checked
  }
  return refuse(atVerify && !atVerify.ok ? worseOf(atVerify.reason, checked.reason) : checked.reason)
}

type Checked = Result<TokenProof, VendorRefusal>

async function checkText(pending: PendingSignIn, text: VerifyText, token: string): Promise<Checked> {
  const sent = { mobileNumber: text.mobileNumber, verificationId: text.vendorId }
  const answer = await tokenTexts?.check(sent, token)
  if (answer?.ok)
    return ok({ kind: 'token', method: 'text', digest: digestOf(pending.employeeId, `verify:${text.id}`) })
  return refuse(answer ? ofVerify[answer.failure] : 'provider-down')
}

async function checkAtAuthy(pending: PendingSignIn, token: string): Promise<Checked> {
  const answer = await provider.checkToken(pending.vendorUserId ?? '', token)
  if (!answer.ok) return refuse(ofAuthy[answer.failure])
  // Authy does not say which it was: where a text was sent, it may have been that.
  const method = (await wasTextedByAuthy(pending)) ? 'text' : 'app'
  return ok({ kind: 'token', method, digest: digestOf(pending.employeeId, token) })
}

/**
 * Both have said no. A token that was right once is told so, whoever says it. Otherwise the text counts, since it was sent for
 * this very sign-in: an Authy that is away, or gone for good, must not hide that the text was typed wrongly or has ended.
 */
function worseOf(atVerify: VendorRefusal, atAuthy: VendorRefusal): VendorRefusal {
  return atAuthy === 'used' ? 'used' : atVerify
}

async function hasOwnApp(employeeId: string): Promise<boolean> {
  return (await db.totpApp.count({ where: { employeeId, confirmedAt: { not: null } } })) > 0
}

/** `gone`: expired, used or tried too often, the vendor does not say which. A text is as good as wrong then. */
const ofVerify: Record<VendorFailure, VendorRefusal> = {
  invalid: 'wrong',
  reused: 'used',
  throttled: 'no-tries-left',
  'not-registered': 'provider-down',
  gone: 'wrong',
  'provider-down': 'provider-down',
  unclear: 'provider-down',
}

const ofAuthy: Record<VendorFailure, VendorRefusal> = {
  invalid: 'wrong',
  reused: 'used',
  throttled: 'vendor-busy',
  'not-registered': 'not-registered',
  gone: 'provider-down',
  'provider-down': 'provider-down',
  unclear: 'provider-down',
}

/** Keyed, so that the table of spent tokens tells nothing about tokens. */
function digestOf(employeeId: string, token: string): string {
  return createHmac('sha256', env.PROOF_KEY).update(`${employeeId}:${token}`).digest('hex')
}
