'use client'

import { Alert } from '@/components/ui/alert'
import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { emptyForm } from '@/lib/form'
import { evidenceWords } from '../sentences'
import { tickEvidenceAction } from './actions'

type TickFormProps = { caseId: string; kind: 'call_back' | 'documents'; label: string }

/** Adds a check that was made outside the portal, with a note of how. */
export function TickForm({ caseId, kind, label }: TickFormProps) {
  const [state, action] = useForm(tickEvidenceAction, emptyForm)
  const { errors, values, message } = state

  return (
    <details open={state !== emptyForm}>
      <summary className="button button-secondary">
        Add evidence<span className="sr-only">: {evidenceWords[kind]}</span>
      </summary>
      <Form state={state} action={action} className="mt-3 grid gap-3">
        <input type="hidden" name="caseId" value={caseId} />
        <input type="hidden" name="kind" value={kind} />
        {message && (
          <Alert tone="danger" role="alert">
            {message}
          </Alert>
        )}
        <TextArea
          name="note"
          id={`${kind}-note`}
          label={label}
          hint="Visible to support agents only."
          error={errors.note}
          defaultValue={values.note}
          maxLength={1000}
        />
        <div>
          <SubmitButton>Save evidence</SubmitButton>
        </div>
      </Form>
    </details>
  )
}
