'use client'

import { type ReactNode, useActionState } from 'react'
import { ProofFields } from '@/app/second-factor/proof-fields'
import { Notice } from '@/components/ui/alert'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm, type FormState } from '@/lib/form'

type ProvenFormProps = {
  action: (state: FormState, form: FormData) => Promise<FormState>
  button: string
  children?: ReactNode
}

/** One button for an act that needs a fresh proof, and asks for it here when there is none any more. */
export function ProvenForm({ action, button, children }: ProvenFormProps) {
  const [state, formAction] = useActionState(action, emptyForm)

  return (
    <form action={formAction} noValidate className="grid gap-4">
      {state.message && (
        <Notice tone="danger" role="alert">
          {state.message}
        </Notice>
      )}
      {children}
      <ProofFields state={state} />
      <div>
        <SubmitButton look="secondary">{button}</SubmitButton>
      </div>
    </form>
  )
}
