import type { AppProof, RecoveryCodeProof, TokenProof } from '@/lib/access/proof'
import { ok, type Result, refuse } from '@/lib/result'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { accepts } from '@/lib/sign-in-methods/offer-rules'
import { findMethods } from '@/lib/sign-in-methods/queries'
import { checkRecoveryCode } from '@/lib/sign-in-methods/recovery-codes/check-recovery-code'
import { readRecoveryCode } from '@/lib/sign-in-methods/recovery-codes/rules'
import { matchStep } from '@/lib/sign-in-methods/totp/match-step'
import { type CodeRefusal, readTypedCode } from '@/lib/typed-code'
import { type Checked, checkAtVendors, hasOwnApp, type VendorRefusal } from './check-at-vendors'
import {
  type CountedToken,
  countCodeTry,
  countEnrollmentTry,
  countTry,
  giveBackCodeTry,
  giveBackEnrollmentTry,
  giveBackTry,
  recordRefusedToken,
  recordWrongCode,
} from './count-tries'
import { type Texts, tokenLength } from './rules'
import type { TokenTarget } from './token-target'

export type CheckRefusal =
  | VendorRefusal
  | 'wrong-clock' // of an authenticator app
  | CodeRefusal
  | 'ended'
  | 'disabled'
  | 'codes-locked'
  | 'wrong-code'
  | 'code-used'
  | 'busy'

export type EnrollmentTokenRefusal = Exclude<
  CheckRefusal,
  'wrong-clock' | 'codes-locked' | 'wrong-code' | 'code-used' | 'busy'
>

type TypedProof = TokenProof | AppProof | RecoveryCodeProof

/** Counts the try before it compares, so 200 guesses at once get no more answers than the limit. */
export async function checkToken(
  pending: PendingSignIn,
  typed: string,
): Promise<Result<TypedProof, CheckRefusal>> {
  const code = readRecoveryCode(typed)
  if (code) return checkTypedCode(pending, code)
  const read = readTypedCode(typed, tokenLength)
  if (!read.ok) return read
  const token = read.value

  const comparesApp = token.length === 6 && (await hasOwnApp(pending.employeeId))
  const counted = await countTry(pending, comparesApp)
  if (!counted.ok) return counted
  const checked = await checkDigits(pending, token, counted.value.texts)
  return settle(pending, counted.value, checked, giveBackTry)
}

/** Authenticator apps and recovery codes do not prove a phone. */
export async function checkEnrollmentToken(
  target: TokenTarget,
  typed: string,
): Promise<Result<TokenProof, EnrollmentTokenRefusal>> {
  const read = readTypedCode(typed, tokenLength)
  if (!read.ok) return read
  const token = read.value
  const counted = await countEnrollmentTry(target)
  if (!counted.ok) return counted
  const checked = await checkAtVendors(target, token, counted.value.texts, true)
  return settle(target, counted.value, checked, giveBackEnrollmentTry)
}

export async function checkNumberToken(
  target: TokenTarget,
  typed: string,
): Promise<Result<TokenProof, EnrollmentTokenRefusal>> {
  const read = readTypedCode(typed, tokenLength)
  if (!read.ok) return read
  const token = read.value
  const counted = await countTry(target)
  if (!counted.ok) return counted
  const checked = await checkAtVendors(target, token, counted.value.texts, true)
  return settle(target, counted.value, checked, giveBackTry)
}

async function checkDigits(
  pending: PendingSignIn,
  token: string,
  texts: Texts,
): Promise<Checked<TypedProof, VendorRefusal | 'wrong-clock'>> {
  const own = token.length === 6 ? await matchStep(pending.employeeId, token) : 'none'
  if (typeof own === 'object') return ok(own)
  if (own === 'used') return { ok: false, reason: 'used', wasCompared: true }
  const now = await findMethods(pending.employeeId)
  const purpose = pending.purpose === 'step_up' ? 'step_up' : 'sign_in'
  const takesApp = now !== null && accepts('app', now, purpose)
  const checked = await checkAtVendors(pending, token, texts, takesApp)
  // What an authenticator app was compared with is a guess, whatever the vendors say.
  if (checked.ok || own === 'none') return checked
  return own === 'wrong' ? { ...checked, wasCompared: true } : { ok: false, reason: own, wasCompared: true }
}

async function settle<Proof, Reason extends VendorRefusal | 'wrong-clock'>(
  target: TokenTarget,
  counted: CountedToken,
  checked: Checked<Proof, Reason>,
  giveBack: (target: TokenTarget, texts: Texts) => Promise<void>,
): Promise<Result<Proof, Reason>> {
  if (checked.ok) return ok(checked.value)
  if (checked.wasCompared) await recordRefusedToken(target, checked.reason, counted)
  else await giveBack(target, counted.texts)
  return refuse(checked.reason)
}

/** Counts recovery codes apart, so wrong tokens cannot lock the last method. */
async function checkTypedCode(
  pending: PendingSignIn,
  code: { slot: number; code: string },
): Promise<Result<RecoveryCodeProof, CheckRefusal>> {
  const counted = await countCodeTry(pending)
  if (!counted.ok) return counted
  const checked = await checkRecoveryCode(pending, code)
  if (checked.ok) return checked
  if (checked.reason === 'busy') await giveBackCodeTry(pending)
  if (checked.reason === 'wrong') {
    await recordWrongCode(pending, counted.value)
    return refuse('wrong-code')
  }
  return checked
}
