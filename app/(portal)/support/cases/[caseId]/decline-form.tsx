'use client'

import { useActionState } from 'react'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { declineReasons } from '@/lib/cases/decline-reasons'
import { declineCaseAction } from './actions'
import { DecisionRefused } from './decision-refused'
import { emptyDecision } from './decision-state'
import { useWrongField } from './use-wrong-field'

type DeclineFormProps = { caseId: string; confirmAddress: string }

/** Beneath each reason stands the sentence that the person will read. */
export function DeclineForm({ caseId, confirmAddress }: DeclineFormProps) {
  const [state, action] = useActionState(declineCaseAction, emptyDecision)
  const { errors, values, message } = state
  const form = useWrongField(state)

  return (
    <details open={Object.keys(errors).length > 0 || message !== undefined}>
      <summary className="button button-secondary">Choose a reason</summary>
      <form ref={form} action={action} noValidate className="mt-3 grid gap-4">
        <input type="hidden" name="caseId" value={caseId} />
        <DecisionRefused state={state} confirmAddress={confirmAddress} />
        <RadioGroup
          key={values.reason}
          name="reason"
          label="Reason"
          error={errors.reason}
          defaultValue={values.reason}
          options={declineReasons.map(({ key, label, letter }) => ({
            value: key,
            label,
            hint: `“${letter}”`,
          }))}
        />
        <TextArea
          name="note"
          id="decline-note"
          label="Note"
          hint="Only colleagues read it."
          error={errors.note}
          defaultValue={values.note}
          maxLength={1000}
          optional
        />
        <div>
          <SubmitButton look="secondary">Decline</SubmitButton>
        </div>
      </form>
    </details>
  )
}
