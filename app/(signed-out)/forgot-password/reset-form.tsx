'use client'

import { useActionState } from 'react'
import { Alert } from '@/components/ui/alert'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { emptyForm } from '@/lib/form'
import { askResetAction } from './actions'

export function AskResetForm() {
  const [state, action] = useActionState(askResetAction, emptyForm)
  if (state.tone === 'ok') return <LinkSent>{state.message}</LinkSent>

  return (
    <form action={action} noValidate className="grid gap-4">
      {state.message && (
        <Alert tone="danger" role="alert">
          {state.message}
        </Alert>
      )}
      <TextInput
        name="email"
        label="E-mail address"
        type="email"
        autoComplete="username"
        defaultValue={state.values.email}
        error={state.errors.email}
      />
      <SubmitButton large>Send me a link</SubmitButton>
    </form>
  )
}

function LinkSent({ children }: { children: React.ReactNode }) {
  return (
    <>
      <Alert tone="ok" role="status">
        {children}
      </Alert>
      <p>
        Nothing after a few minutes? Look among the unwanted mail, or ask an admin of your firm which address
        your account has.
      </p>
      <p>
        <a href="/forgot-password" className="text-link">
          Use another address
        </a>
      </p>
    </>
  )
}
