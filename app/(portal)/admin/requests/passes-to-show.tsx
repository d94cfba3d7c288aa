'use client'

import { useActionState } from 'react'
import { ProofFields } from '@/app/second-factor/proof-fields'
import { Notice } from '@/components/ui/alert'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import { PassNotice } from '../one-time-pass-alert'
import type { HelpState } from '../shown-one-time-pass'
import { showPassAction } from './actions'

type PassesToShowProps = { passes: { id: string; name: string }[] }

/** Stands on the page even when it is empty: without a script the answer is the page, where the shown pass is no longer listed. */
export function PassesToShow({ passes }: PassesToShowProps) {
  const [state, action] = useActionState<HelpState, FormData>(showPassAction, emptyForm)
  const left = state.shown ? [] : passes
  if (!state.shown && !state.message && !state.proof && left.length === 0) return null

  return (
    <form action={action} className="grid gap-4">
      {state.shown && <PassNotice shown={state.shown} />}
      {state.message && (
        <Notice tone="danger" role="alert">
          {state.message}
        </Notice>
      )}
      <ProofFields state={state} />
      {left.map(({ id, name }) => (
        <Notice key={id} tone="info" title={`A pass for ${name} is confirmed`}>
          <p>It is shown once, and works for an hour from then. Be ready to read it out.</p>
          <SubmitButton look="secondary" name="requestId" value={id} className="justify-self-start">
            Show the pass<span className="sr-only"> for {name}</span>
          </SubmitButton>
        </Notice>
      ))}
    </form>
  )
}
