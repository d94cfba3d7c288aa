'use client'

import type { ReactNode } from 'react'
import { ProofFields } from '@/app/second-factor/proof-fields'
import { Alert } from '@/components/ui/alert'
import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm, type FormState } from '@/lib/form'

type StepUpFormProps = {
  action: (state: FormState, form: FormData) => Promise<FormState>
  button: string
  children?: ReactNode
}

/** One button for an act that needs a fresh proof, and asks for it here when there is none any more. */
export function StepUpForm({ action, button, children }: StepUpFormProps) {
  const [state, formAction] = useForm(action, emptyForm)

  return (
    <Form state={state} action={formAction} className="grid gap-4">
      {state.message && (
        <Alert tone="danger" role="alert">
          {state.message}
        </Alert>
      )}
      {children}
      <ProofFields state={state} />
      <div>
        <SubmitButton look="secondary">{button}</SubmitButton>
      </div>
    </Form>
  )
}
