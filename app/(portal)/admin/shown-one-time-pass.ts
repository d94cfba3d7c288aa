import { utcMinute } from '@/components/utc-time'
import type { MadePass } from '@/lib/employees/recovery/make-one-time-pass'
import { emptyForm, type FormState } from '@/lib/form'

export type ShownPass = { name: string; pass: string; until: string }
/** The answer to a form that helps somebody. The pass stands in this one answer and nowhere else. */
export type HelpState = FormState & { shown?: ShownPass }

export function shownOnce({ name, pass, expiresAt }: MadePass): HelpState {
  return { ...emptyForm, shown: { name, pass, until: utcMinute(expiresAt) } }
}
