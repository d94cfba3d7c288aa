'use client'

import { ProofFields } from '@/app/second-factor/proof-fields'
import { Alert } from '@/components/ui/alert'
import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import { setPolicyAction } from './actions'

/** Saves exactly what the page has shown. `fields` are those of the form before it. */
export function SavePolicyForm({ fields }: { fields: Record<string, string> }) {
  const [state, action] = useForm(setPolicyAction, emptyForm)

  return (
    <Form state={state} action={action} className="grid justify-items-start gap-4">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state.message && (
        <Alert tone={state.tone ?? 'danger'} role="alert">
          {state.message}
        </Alert>
      )}
      <ProofFields state={state} />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>Save policy</SubmitButton>
        <a href="/admin/employees" className="text-link">
          Cancel
        </a>
      </div>
    </Form>
  )
}
