import { redirect } from 'next/navigation'
import { type FormState, refused } from '@/lib/form'
import { editAddress, readBack } from './addresses'
import { type HelpRefusalReason, helpSentences } from './help-sentences'

/** Why help was not given; without a fresh proof, off to give one and back to this window. */
export function helpRefused(
  form: FormData,
  employeeId: string,
  reason: HelpRefusalReason | 'proof-needed',
): FormState {
  if (reason !== 'proof-needed') return refused(form, helpSentences[reason])
  redirect(`/confirm?next=${encodeURIComponent(editAddress(employeeId, readBack('')))}`)
}
