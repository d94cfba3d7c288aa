'use client'

import { ProofFields } from '@/app/second-factor/proof-fields'
import { Alert } from '@/components/ui/alert'
import { Form, useForm } from '@/components/ui/form'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { declineReasons } from '@/lib/cases/decline-reasons'
import { emptyForm } from '@/lib/form'
import { declineCaseAction } from './actions'

/** Shows beneath each reason the sentence that is sent to the person. */
export function DeclineForm({ caseId }: { caseId: string }) {
  const [state, action] = useForm(declineCaseAction, emptyForm)
  const { errors, values } = state

  return (
    <details open={state !== emptyForm}>
      <summary className="button button-secondary">Choose a reason</summary>
      <Form state={state} action={action} className="mt-3 grid gap-4">
        <input type="hidden" name="caseId" value={caseId} />
        {state.message && (
          <Alert tone="danger" role="alert">
            {state.message}
          </Alert>
        )}
        <RadioGroup
          key={values.reason}
          name="reason"
          label="Reason"
          error={errors.reason}
          defaultValue={values.reason}
          options={declineReasons.map(({ key, label, mail }) => ({
            value: key,
            label,
            hint: `“${mail}”`,
          }))}
        />
        <TextArea
          name="note"
          id="decline-note"
          label="Note"
          hint="Visible to support agents only."
          error={errors.note}
          defaultValue={values.note}
          maxLength={1000}
          optional
        />
        <ProofFields state={state} />
        <div>
          <SubmitButton look="secondary">Decline</SubmitButton>
        </div>
      </Form>
    </details>
  )
}
