import { createHmac } from 'node:crypto'
import type { TokenProof } from '@/lib/access/proof'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { VendorFailure } from '@/lib/providers/second-factor'
import { giveBack, type Limit, takeOrWait } from '@/lib/rate-limit'
import { type Refusal, refuse } from '@/lib/result'
import { provider, tokenTexts } from '@/lib/sign-in-methods/vendors/vendors'
import { consumeText } from './live-texts'
import type { LiveText, Texts } from './rules'
import type { TokenTarget } from './token-target'

export type VendorRefusal =
  | 'wrong'
  | 'used'
  | 'locked'
  | 'no-tries-left'
  | 'not-registered'
  | 'text-elsewhere' // a text that something else asked for is on that phone
  | 'app-not-allowed'
  | 'vendor-busy'
  | 'provider-down'

/** `wasCompared`: false if nothing looked at the token, so it was no guess. */
export type Checked<Proof = TokenProof, Reason extends string = VendorRefusal> =
  | { ok: true; value: Proof }
  | (Refusal<Reason> & { wasCompared: boolean })

/** Stops a firm from guessing through many accounts with one phone; counted per firm, so it locks nobody else out. */
const perPhoneAndFirm: Limit = { name: 'tokens-phone-firm', points: 30, seconds: 60 * 60 }

/**
 * Authy cannot say which sign-in asked for a text, so it is asked only where this one did, or where no text is out and the
 * token can only be the app's.
 */
export async function checkAtVendors(
  target: TokenTarget,
  token: string,
  texts: Texts,
  takesApp: boolean,
): Promise<Checked> {
  const { firmId, mobileNumber, vendorUserId } = target
  const asksAuthy = texts.authy.own !== null || (takesApp && !texts.authy.isClosed)
  const authyUserId = asksAuthy ? vendorUserId : null
  const verifyText = tokenTexts && texts.verify.own
  if (!authyUserId && !verifyText) return unasked(target, texts, takesApp)
  const phone = `${firmId}|${mobileNumber ?? vendorUserId}`
  const opensAt = await takeOrWait(perPhoneAndFirm, phone)
  if (opensAt) return uncompared('locked', opensAt)

  const checked = await askBoth(target, token, { verifyText, authyText: texts.authy.own, authyUserId })
  // An unanswered try stays counted here: it is given back to the person, and this limits how often.
  if (checked.ok) await giveBack(perPhoneAndFirm, phone)
  return checked
}

async function unasked(target: TokenTarget, texts: Texts, takesApp: boolean): Promise<Checked> {
  if (texts.areUsedUp) return uncompared('no-tries-left')
  if (texts.isElsewhere) return uncompared('text-elsewhere')
  if (target.vendorUserId && !takesApp) return uncompared('app-not-allowed')
  const mayBeOld = target.vendor === 'verify' || (await hasOwnApp(target.employeeId))
  return mayBeOld ? refusal('wrong') : uncompared('not-registered')
}

type Asked = { verifyText: LiveText | null; authyText: LiveText | null; authyUserId: string | null }

async function askBoth(
  target: TokenTarget,
  token: string,
  { verifyText, authyText, authyUserId }: Asked,
): Promise<Checked> {
  const atVerify = verifyText && (await checkText(target, verifyText, token))
  if (atVerify?.ok) return atVerify
  const atAuthy = authyUserId ? await checkAtAuthy(target, authyUserId, authyText, token) : null
  if (atAuthy?.ok) return atAuthy
  const wasCompared = [atVerify, atAuthy].some((answer) => answer?.wasCompared)
  // An Authy that is down or closed must not hide that the text was mistyped or has expired.
  const first = atAuthy?.reason === 'used' ? atAuthy : (atVerify ?? atAuthy)
  return { ok: false, reason: first?.reason ?? 'not-registered', wasCompared }
}

async function checkText(target: TokenTarget, text: LiveText, token: string): Promise<Checked> {
  const sent = { mobileNumber: target.mobileNumber ?? '', verificationId: text.vendorId }
  const answer = await tokenTexts?.check(sent, token)
  if (!answer?.ok) return refusal(answer ? ofVerify[answer.failure] : 'provider-down')
  if (!(await db.$transaction((tx) => consumeText(tx, target, text)))) return refusal('used')
  return proven({ kind: 'token', method: 'text', digest: digestOf(target.employeeId, `verify:${text.id}`) })
}

async function checkAtAuthy(
  target: TokenTarget,
  vendorUserId: string,
  text: LiveText | null,
  token: string,
): Promise<Checked> {
  const answer = await provider.checkToken(vendorUserId, token)
  if (!answer.ok) return refusal(ofAuthy[answer.failure])
  // By the phone, not the person: a step of its app works once for all who share it.
  const digest = digestOf(vendorUserId, token)
  if (!text) return proven({ kind: 'token', method: 'app', digest })
  const { isFromApp } = answer.value
  if (!isFromApp && !(await db.$transaction((tx) => consumeText(tx, target, text)))) return refusal('used')
  return proven({ kind: 'token', method: 'text', digest, isFromApp })
}

export async function hasOwnApp(employeeId: string): Promise<boolean> {
  return (await db.totpApp.count({ where: { employeeId, confirmedAt: { not: null } } })) > 0
}

function proven(value: TokenProof): Checked {
  return { ok: true, value }
}

function uncompared(reason: VendorRefusal, opensAt?: Date): Checked {
  return { ...refuse(reason, opensAt), wasCompared: false }
}

function refusal(reason: VendorRefusal): Checked {
  return { ok: false, reason, wasCompared: isAnswer.has(reason) }
}

const isAnswer = new Set<VendorRefusal>(['wrong', 'used', 'no-tries-left'])

/** `gone`: expired, used or tried too often; the vendor does not say which. */
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

/** Keyed, so the table of used tokens reveals none. */
function digestOf(owner: string, token: string): string {
  return createHmac('sha256', env.PROOF_KEY).update(`${owner}:${token}`).digest('hex')
}
