'use client'

import { useActionState } from 'react'
import { SubmitButton } from '@/components/ui/submit-button'
import { TokenInput } from '@/components/ui/token-input'
import { emptyForm } from '@/lib/form'
import { useFirstError } from '../../use-first-error'
import { confirmNumberAction } from './actions'

export function TokenForm({ link }: { link: string }) {
  const [state, action] = useActionState(confirmNumberAction, emptyForm)
  const form = useFirstError(state)

  return (
    <form ref={form} action={action} noValidate className="grid gap-4">
      <input type="hidden" name="link" value={link} />
      <TokenInput
        name="token"
        label="Token or Security Key"
        hint="Enter the digits from the text."
        error={state.errors.token ?? state.message}
      />
      <SubmitButton large>Confirm number</SubmitButton>
    </form>
  )
}
