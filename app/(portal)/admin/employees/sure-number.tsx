import { Checkbox } from '@/components/ui/checkbox'
import type { FormState } from '@/lib/form'
import type { NumberAnswer } from './number-answer'

/** The tick counts only for the digits it was set for, so it does not carry over to the next number. */
export function SureNumber({ answer, state }: { answer: NumberAnswer; state: FormState }) {
  const { doubted } = answer
  if (!doubted) return null
  return (
    <Checkbox
      key={doubted}
      name="sureNumber"
      value={doubted}
      label="This number is right"
      error={state.errors.sureNumber}
      defaultChecked={state.values.sureNumber === doubted}
    />
  )
}
