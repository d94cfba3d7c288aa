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
        label="Email address"
        type="email"
        autoComplete="username"
        defaultValue={state.values.email}
        error={state.errors.email}
      />
      <SubmitButton large>Email me a link</SubmitButton>
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
        Didn't get it? Check your spam folder, or ask an admin at your firm which address your account uses.
      </p>
      <p>
        <a href="/forgot-password" className="text-link">
          Use another address
        </a>
      </p>
    </>
  )
}
