'use client'

import { useActionState } from 'react'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { approveCaseAction } from './actions'
import { DecisionRefused } from './decision-refused'
import { emptyDecision } from './decision-state'
import { useWrongField } from './use-wrong-field'

type ApproveFormProps = { caseId: string; confirmAddress: string }

export function ApproveForm({ caseId, confirmAddress }: ApproveFormProps) {
  const [state, action] = useActionState(approveCaseAction, emptyDecision)
  const form = useWrongField(state)

  return (
    <form ref={form} action={action} noValidate className="grid gap-3">
      <input type="hidden" name="caseId" value={caseId} />
      <DecisionRefused state={state} confirmAddress={confirmAddress} />
      <TextArea
        name="note"
        id="approve-note"
        label="Why are you sure?"
        hint="Only colleagues read it."
        error={state.errors.note}
        defaultValue={state.values.note}
        maxLength={1000}
      />
      <div>
        <SubmitButton>Approve</SubmitButton>
      </div>
    </form>
  )
}
