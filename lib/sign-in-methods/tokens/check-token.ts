import type { AppProof, RecoveryCodeProof } from '@/lib/access/proof'
import { ok, type Result, refuse } from '@/lib/result'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { checkRecoveryCode } from '@/lib/sign-in-methods/recovery-codes/check-recovery-code'
import { readRecoveryCode } from '@/lib/sign-in-methods/recovery-codes/rules'
import { matchStep } from '@/lib/sign-in-methods/totp/match-step'
import { checkAtVendors, type TokenProof } from './check-at-vendors'
import {
  countCodeTry,
  countEnrollmentTry,
  countTry,
  giveBackCodeTry,
  recordRefusedToken,
  recordWrongCode,
} from './count-tries'
import { tokenDigits } from './rules'
import type { TokenTarget } from './token-target'

export type CheckRefusal =
  | 'not-a-token'
  | 'not-registered'
  | 'ended'
  | 'disabled'
  | 'locked'
  | 'no-tries-left'
  | 'wrong'
  | 'used'
  | 'codes-locked'
  | 'wrong-code'
  | 'code-used'
  | 'busy'
  | 'vendor-busy'
  | 'provider-down'

export type EnrollmentTokenRefusal = Exclude<
  CheckRefusal,
  'codes-locked' | 'wrong-code' | 'code-used' | 'busy'
>

type TypedProof = TokenProof | AppProof | RecoveryCodeProof

/** Counts the try before it compares, so 200 guesses at once get no more answers than the limit. */
export async function checkToken(
  pending: PendingSignIn,
  typed: string,
): Promise<Result<TypedProof, CheckRefusal>> {
  const code = readRecoveryCode(typed)
  if (code) return checkTypedCode(pending, code)
  const token = tokenDigits(typed)
  if (!token) return refuse('not-a-token')

  const counted = await countTry(pending)
  if (!counted.ok) return counted
  const checked = await checkDigits(pending, token)
  if (!checked.ok) await recordRefusedToken(pending, checked.reason, counted.value)
  return checked
}

/** Authenticator apps and recovery codes do not prove a phone. */
export async function checkEnrollmentToken(
  target: TokenTarget,
  typed: string,
): Promise<Result<TokenProof, EnrollmentTokenRefusal>> {
  const token = tokenDigits(typed)
  if (!token) return refuse('not-a-token')
  const counted = await countEnrollmentTry(target)
  if (!counted.ok) return counted
  const checked = await checkAtVendors(target, token)
  if (!checked.ok) await recordRefusedToken(target, checked.reason, counted.value)
  return checked
}

async function checkDigits(pending: PendingSignIn, token: string): Promise<Result<TypedProof, CheckRefusal>> {
  const own = token.length === 6 ? await matchStep(pending.employeeId, token) : null
  if (own === 'used') return refuse('used')
  return own ? ok(own) : checkAtVendors(pending, token)
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
