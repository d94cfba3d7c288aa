'use client'

import { ProofFields } from '@/app/second-factor/proof-fields'
import { Alert } from '@/components/ui/alert'
import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { emptyForm } from '@/lib/form'
import { vouchAction } from './actions'

export function VouchForm({ caseId, name }: { caseId: string; name: string }) {
  const [state, action] = useForm(vouchAction, emptyForm)

  return (
    <Form state={state} action={action} className="grid gap-4">
      <input type="hidden" name="caseId" value={caseId} />
      {state.message && (
        <Alert tone="danger" role="alert">
          {state.message}
        </Alert>
      )}
      <TextArea
        name="note"
        label="How do you know?"
        hint="Support can read this. Example: we sat together this morning."
        error={state.errors.note}
        defaultValue={state.values.note}
        autoComplete="off"
        maxLength={1000}
      />
      <ProofFields state={state} />
      <SubmitButton className="justify-self-start">Vouch for {name}</SubmitButton>
    </Form>
  )
}
