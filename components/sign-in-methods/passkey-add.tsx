'use client'

import type { FormEvent } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import { useScript } from '@/components/ui/use-script'
import type { PasskeyFormState } from '@/lib/sign-in-methods/passkeys/rules'
import type { makePasskey } from './passkey-ceremony'
import { usePasskey } from './use-passkey'

type PasskeyAddProps = {
  /** What the browser is to make, or why not. */
  ask: () => Promise<{ options: Parameters<typeof makePasskey>[0] } | { message: string }>
  /** Gets the fields `name` and `answer` (see `addPasskeyForm`). */
  add: (state: PasskeyFormState, form: FormData) => Promise<PasskeyFormState>
  large?: boolean
  /** Where to go once it was added. */
  next?: string
}

/** A name, then the browser's own question. All of it happens in the browser: without script there is nothing to press. */
export function PasskeyAdd({ ask, add, large, next }: PasskeyAddProps) {
  const { state, message, tone, isBusy, answer } = usePasskey(add)
  const scripted = useScript()

  function begin(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!isBusy) void answer(make, new FormData(event.currentTarget))
  }

  async function make() {
    const asked = await ask()
    if ('message' in asked) return { trouble: asked.message }
    const ceremony = await import('./passkey-ceremony')
    return ceremony.makePasskey(asked.options)
  }

  if (!scripted) {
    return (
      <noscript>
        <p className="text-text-muted">
          Passkeys need JavaScript. Turn it on for this page, or set up an authenticator app instead.
        </p>
      </noscript>
    )
  }
  return (
    <form onSubmit={begin} className="grid gap-4">
      {message && (
        <Alert tone={tone} role="alert">
          {message}
        </Alert>
      )}
      {next && <input type="hidden" name="next" value={next} />}
      <TextInput
        name="name"
        id="passkey-name"
        label="Passkey name"
        hint="So you can recognize it in your list. Example: Work laptop."
        autoComplete="off"
        required
        maxLength={60}
        defaultValue={state.values.name}
        error={state.errors.name ?? state.errors.answer}
      />
      <div>
        <Button type="submit" look="primary" large={large} pending={isBusy}>
          Add a passkey
        </Button>
      </div>
    </form>
  )
}
