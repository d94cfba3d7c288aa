import type { FormState } from '@/lib/form'
import type { NumberAnswer } from './number-answer'

export type EmployeeFormState = FormState & {
  number?: NumberAnswer
  /** The colleague whose phone has the number already. */
  sharedWith?: string
  conflict?: Conflict
  /** The colleague who has the address already. */
  colleague?: Colleague
}

export type Colleague = { id: string; name: string; active: boolean }

export type Conflict = {
  changedBy: string
  changedAt: Date
  what: string
  version: number
  differences: { label: string; theirs: string; yours: string }[]
}
