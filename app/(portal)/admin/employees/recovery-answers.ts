import { proofNeeded } from '@/app/second-factor/take-proof'
import type { Actor } from '@/lib/access/policy'
import { type FormState, refused } from '@/lib/form'
import { type RecoveryRefusalReason, recoverySentences } from './recovery-sentences'

/** Why help was not given; without a fresh proof the form asks for one. */
export function helpRefused(
  actor: Actor,
  form: FormData,
  reason: RecoveryRefusalReason | 'proof-needed',
): FormState {
  return reason === 'proof-needed' ? proofNeeded(actor, form) : refused(form, recoverySentences[reason])
}
