'use client'

import type { ReactNode } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TokenInput } from '@/components/ui/token-input'
import { emptyForm } from '@/lib/form'
import { checkTokenAction } from './actions'
import { useNewest } from './use-newest'
import { useTextedToken } from './use-texted-token'

type TokenFormProps = {
  hint: ReactNode
  /** The field is for a recovery code, so a phone shows letters. */
  isForCode: boolean
  /** 0 where no browser is trusted. */
  trustDays: number
  /** False where another button above it is the main one. */
  isMain: boolean
  /** Beside an alert whose code is typed first, this form is as low as it can be. */
  isLow: boolean
  /** A text with a token is on its way. */
  isTexted: boolean
  /** Changes with what the page says beside this form. */
  news: string
}

export function TokenForm({ hint, isForCode, trustDays, isMain, isLow, isTexted, news }: TokenFormProps) {
  const [state, action] = useForm(checkTokenAction, emptyForm)
  const error = useNewest(state.errors.token ?? state.message, state, news)
  useTextedToken(isTexted)

  const button = (
    <SubmitButton large look={isMain ? 'primary' : 'secondary'}>
      Sign In
    </SubmitButton>
  )

  return (
    <Form state={state} action={action} className="grid gap-4">
      <TokenInput
        name="token"
        label="Token or Security Key"
        hint={hint}
        error={error}
        defaultValue={state.values.token}
        takesLetters={isForCode}
        autoFocus={isMain}
        beside={isLow && button}
      />
      {trustDays > 0 && !isForCode && <TrustChoice id="trust" days={trustDays} />}
      {!isLow && button}
    </Form>
  )
}

export function TrustChoice({ id, days }: { id: string; days: number }) {
  return (
    <Checkbox
      id={id}
      name="trust"
      label={`Trust this browser for ${days} ${days === 1 ? 'day' : 'days'}`}
      hint="You'll sign in here with just your password. Don't use this on a shared computer."
    />
  )
}
