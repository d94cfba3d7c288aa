'use client'

import { useActionState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { SubmitButton } from '@/components/ui/submit-button'
import { TokenInput } from '@/components/ui/token-input'
import { emptyForm } from '@/lib/form'
import { checkTokenAction } from './actions'

type TokenFormProps = {
  hint: string
  /** A recovery code is about to be typed: a phone shows letters then. */
  isForCode: boolean
  /** 0 where no browser is remembered. */
  rememberDays: number
  autoFocus: boolean
  /** False where something above it is the first thing to press. */
  isMain: boolean
}

export function TokenForm({ hint, isForCode, rememberDays, autoFocus, isMain }: TokenFormProps) {
  const [state, action] = useActionState(checkTokenAction, emptyForm)

  return (
    <form action={action} noValidate className="grid gap-4">
      <TokenInput
        name="token"
        label="Token or Security Key"
        hint={hint}
        error={state.errors.token ?? state.message}
        takesLetters={isForCode}
        autoFocus={autoFocus}
      />
      {rememberDays > 0 && !isForCode && <RememberChoice id="remember" days={rememberDays} />}
      <SubmitButton large look={isMain ? 'primary' : 'secondary'}>
        Sign In
      </SubmitButton>
    </form>
  )
}

export function RememberChoice({ id, days }: { id: string; days: number }) {
  return (
    <Checkbox
      id={id}
      name="remember"
      label={`Remember this browser for ${days} ${days === 1 ? 'day' : 'days'}`}
      hint="Then only your password is asked here. Not on a computer that others use."
    />
  )
}
