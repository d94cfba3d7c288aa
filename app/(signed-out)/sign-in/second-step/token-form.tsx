'use client'

import { useActionState } from 'react'
import { SubmitButton } from '@/components/ui/submit-button'
import { TokenInput } from '@/components/ui/token-input'
import { emptyForm } from '@/lib/form'
import { checkTokenAction } from './actions'

export function TokenForm({ isLocked }: { isLocked: boolean }) {
  const [state, action] = useActionState(checkTokenAction, emptyForm)
  const hint = isLocked
    ? 'Too many wrong tokens: this field waits a while.'
    : 'From a text or from the Authy app.'

  return (
    <form action={action} noValidate className="grid gap-4">
      <TokenInput
        name="token"
        label="Token or Security Key"
        hint={hint}
        error={state.errors.token ?? state.message}
        autoFocus
      />
      <SubmitButton large>Sign In</SubmitButton>
    </form>
  )
}
