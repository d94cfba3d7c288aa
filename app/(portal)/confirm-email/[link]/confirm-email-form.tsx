'use client'

import { ProofFields } from '@/app/second-factor/proof-fields'
import { Alert } from '@/components/ui/alert'
import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import { confirmEmailAction } from './actions'

export function ConfirmEmailForm({ link }: { link: string }) {
  const [state, action] = useForm(confirmEmailAction, emptyForm)
  return (
    <Form state={state} action={action} className="grid gap-4">
      {state.message && (
        <Alert tone="danger" role="alert">
          {state.message}
        </Alert>
      )}
      <input type="hidden" name="link" value={link} />
      <ProofFields state={state} />
      <SubmitButton className="justify-self-start">Confirm email address</SubmitButton>
    </Form>
  )
}
