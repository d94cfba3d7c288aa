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
  trustDays: number
  autoFocus: boolean
  /** False where something above it is the first thing to press. */
  isMain: boolean
}

export function TokenForm({ hint, isForCode, trustDays, autoFocus, isMain }: TokenFormProps) {
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
      {trustDays > 0 && !isForCode && <TrustChoice id="trust" days={trustDays} />}
      <SubmitButton large look={isMain ? 'primary' : 'secondary'}>
        Sign In
      </SubmitButton>
    </form>
  )
}

export function TrustChoice({ id, days }: { id: string; days: number }) {
  return (
    <Checkbox
      id={id}
      name="trust"
      label={`Remember this browser for ${days} ${days === 1 ? 'day' : 'days'}`}
      hint="Then only your password is asked here. Not on a computer that others use."
    />
  )
}
