'use client'

import { ProofFields } from '@/app/second-factor/proof-fields'
import { Alert } from '@/components/ui/alert'
import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { emptyForm } from '@/lib/form'
import { approveCaseAction } from './actions'

export function ApproveForm({ caseId }: { caseId: string }) {
  const [state, action] = useForm(approveCaseAction, emptyForm)

  return (
    <Form state={state} action={action} className="grid gap-3">
      <input type="hidden" name="caseId" value={caseId} />
      {state.message && (
        <Alert tone="danger" role="alert">
          {state.message}
        </Alert>
      )}
      <TextArea
        name="note"
        id="approve-note"
        label="Reason for approval"
        hint="Visible to support agents only."
        error={state.errors.note}
        defaultValue={state.values.note}
        maxLength={1000}
      />
      <ProofFields state={state} />
      <div>
        <SubmitButton>Approve</SubmitButton>
      </div>
    </Form>
  )
}
