'use client'

import { useActionState } from 'react'
import { Alert } from '@/components/ui/alert'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { emptyForm } from '@/lib/form'
import { tickEvidenceAction } from './actions'
import { useWrongField } from './use-wrong-field'

type TickFormProps = { caseId: string; kind: 'call_back' | 'documents'; label: string }

/** A tick without a note of how it was checked says nothing. */
export function TickForm({ caseId, kind, label }: TickFormProps) {
  const [state, action] = useActionState(tickEvidenceAction, emptyForm)
  const { errors, values, message } = state
  const form = useWrongField(state)

  return (
    <details open={errors.note !== undefined || message !== undefined}>
      <summary className="button button-secondary">Tick with a note</summary>
      <form ref={form} action={action} noValidate className="mt-3 grid gap-3">
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
          hint="Only colleagues read it."
          error={errors.note}
          defaultValue={values.note}
          maxLength={1000}
        />
        <div>
          <SubmitButton>Tick</SubmitButton>
        </div>
      </form>
    </details>
  )
}
