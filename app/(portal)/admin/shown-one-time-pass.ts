import type { MadeOneTimePass } from '@/lib/employees/recovery/make-one-time-pass'
import { emptyForm, type FormState } from '@/lib/form'

export type ShownOneTimePass = { name: string; oneTimePass: string; until: Date }
/** The answer to a form that recovers an account. The pass is in this one answer and nowhere else. */
export type RecoveryState = FormState & { shown?: ShownOneTimePass }

export function shownOnce({ name, oneTimePass, expiresAt }: MadeOneTimePass): RecoveryState {
  return { ...emptyForm, shown: { name, oneTimePass, until: expiresAt } }
}
