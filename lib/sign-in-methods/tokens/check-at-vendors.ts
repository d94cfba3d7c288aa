import { createHmac } from 'node:crypto'
import type { Proof } from '@/lib/access/proof'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { VendorFailure } from '@/lib/providers/second-factor'
import { giveBack, type Limit, takeOne } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'
import { provider, tokenTexts } from '@/lib/sign-in-methods/vendors/vendors'
import { findVerifyText, type VerifyText, wasTextedByAuthy } from './find-sent-token'
import type { TokenTarget } from './token-target'

export type TokenProof = Extract<Proof, { kind: 'token' }>
export type VendorRefusal =
  | 'wrong'
  | 'used'
  | 'locked'
  | 'no-tries-left'
  | 'not-registered'
  | 'vendor-busy'
  | 'provider-down'

/** Stops a firm from guessing through many accounts with one phone; counted per firm, so it locks nobody else out. */
const perPhoneAndFirm: Limit = { name: 'tokens-phone-firm', points: 30, seconds: 60 * 60 }

export async function checkAtVendors(
  target: TokenTarget,
  token: string,
): Promise<Result<TokenProof, VendorRefusal>> {
  const { employeeId, firmId, mobileNumber, vendor, vendorUserId } = target
  const text = tokenTexts && (await findVerifyText(target))
  if (!text && !vendorUserId) {
    const mayBeOld = vendor === 'verify' || (await hasOwnApp(employeeId))
    return refuse(mayBeOld ? 'wrong' : 'not-registered')
  }
  const phone = `${firmId}|${mobileNumber ?? vendorUserId}`
  if (!(await takeOne(perPhoneAndFirm, phone))) return refuse('locked')

  const checked = await askBoth(target, text, token)
  if (checked.ok) await giveBack(perPhoneAndFirm, phone)
  return checked
}

type Checked = Result<TokenProof, VendorRefusal>

async function askBoth(target: TokenTarget, text: VerifyText | null, token: string): Promise<Checked> {
  const atVerify = text && (await checkText(target, text, token))
  if (atVerify?.ok) return atVerify
  const atAuthy = target.vendorUserId ? await checkAtAuthy(target, target.vendorUserId, token) : null
  if (atAuthy?.ok) return atAuthy
  // An Authy that is down or closed must not hide that the text was mistyped or has expired.
  if (atAuthy?.reason === 'used') return atAuthy
  return atVerify ?? atAuthy ?? refuse('not-registered')
}

async function checkText(target: TokenTarget, text: VerifyText, token: string): Promise<Checked> {
  const sent = { mobileNumber: text.mobileNumber, verificationId: text.vendorId }
  const answer = await tokenTexts?.check(sent, token)
  if (answer?.ok)
    return ok({ kind: 'token', method: 'text', digest: digestOf(target.employeeId, `verify:${text.id}`) })
  return refuse(answer ? ofVerify[answer.failure] : 'provider-down')
}

async function checkAtAuthy(target: TokenTarget, vendorUserId: string, token: string): Promise<Checked> {
  const answer = await provider.checkToken(vendorUserId, token)
  if (!answer.ok) return refuse(ofAuthy[answer.failure])
  // Authy does not say which it was: after a text, the token may be the texted one.
  const method = (await wasTextedByAuthy(target)) ? 'text' : 'app'
  return ok({ kind: 'token', method, digest: digestOf(target.employeeId, token) })
}

async function hasOwnApp(employeeId: string): Promise<boolean> {
  return (await db.totpApp.count({ where: { employeeId, confirmedAt: { not: null } } })) > 0
}

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

/** Keyed, so that the table of consumed tokens reveals none. */
function digestOf(employeeId: string, token: string): string {
  return createHmac('sha256', env.PROOF_KEY).update(`${employeeId}:${token}`).digest('hex')
}
