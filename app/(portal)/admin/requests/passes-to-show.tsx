'use client'

import { ProofFields } from '@/app/second-factor/proof-fields'
import { Alert } from '@/components/ui/alert'
import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import { OneTimePassAlert } from '../one-time-pass-alert'
import type { RecoveryState } from '../shown-one-time-pass'
import { showOneTimePassAction } from './actions'

type PassesToShowProps = { oneTimePasses: { id: string; name: string }[] }

/** On the page even when empty: without a script the answer is the page, where the shown pass is no longer listed. */
export function PassesToShow({ oneTimePasses }: PassesToShowProps) {
  const [state, action] = useForm<RecoveryState>(showOneTimePassAction, emptyForm)
  const left = state.shown ? [] : oneTimePasses
  if (!state.shown && !state.message && !state.failure && !state.proof && left.length === 0) return null

  return (
    <Form state={state} action={action} className="grid gap-4">
      {state.shown && <OneTimePassAlert shown={state.shown} />}
      {state.message && (
        <Alert tone="danger" role="alert">
          {state.message}
        </Alert>
      )}
      <ProofFields state={state} />
      {left.map(({ id, name }) => (
        <Alert key={id} tone="info" title={`The one-time pass for ${name} is confirmed`}>
          <p>It's shown once and works for an hour. Be ready to read it to {name}.</p>
          <SubmitButton look="secondary" name="requestId" value={id} className="justify-self-start">
            Show one-time pass<span className="sr-only"> for {name}</span>
          </SubmitButton>
        </Alert>
      ))}
    </Form>
  )
}
