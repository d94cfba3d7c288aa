'use client'

import { Alert } from '@/components/ui/alert'
import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { emptyForm } from '@/lib/form'
import { askResetAction } from './actions'

export function AskResetForm() {
  const [state, action] = useForm(askResetAction, emptyForm)
  if (state.tone === 'ok') return <LinkSent>{state.message}</LinkSent>

  return (
    <Form state={state} action={action} className="grid gap-4">
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
    </Form>
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
