'use client'

import { useActionState } from 'react'
import { ProofFields } from '@/app/second-factor/proof-fields'
import { Notice } from '@/components/ui/alert'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { emptyForm } from '@/lib/form'
import { Disclosure } from '../disclosure'
import { PassNotice } from '../one-time-pass-alert'
import type { HelpState } from '../shown-one-time-pass'
import {
  askHelpAction,
  endSessionsAction,
  makePassAction,
  resetSecondStepAction,
  unlockTokensAction,
} from './recovery-actions'
import type { HelpWords } from './recovery-words'

type HelpActProps = {
  words: HelpWords
  employeeId: string
  /** Nothing happens at once: somebody else has to confirm it. */
  isAsked: boolean
}

/** One thing that an admin can do for a person: what it does, who is told, why, and the button. */
export function HelpAct({ words, employeeId, isAsked }: HelpActProps) {
  const act = isAsked ? askHelpAction : acts[words.kind]
  const [state, action] = useActionState<HelpState, FormData>(act, emptyForm)
  const wasSent = state !== emptyForm

  return (
    <Disclosure title={words.title} isOpen={wasSent}>
      <form action={action} noValidate className="grid gap-4">
        <input type="hidden" name="employeeId" value={employeeId} />
        {isAsked && <input type="hidden" name="kind" value={words.kind} />}
        <div className="grid gap-2 text-text-muted">
          {words.about.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
        {state.shown && <PassNotice shown={state.shown} />}
        {state.message && (
          <Notice tone={state.tone ?? 'info'} role={state.tone === 'danger' ? 'alert' : 'status'}>
            {state.message}
          </Notice>
        )}
        {!state.shown && <HelpReason words={words} state={state} />}
      </form>
    </Disclosure>
  )
}

function HelpReason({ words, state }: { words: HelpWords; state: HelpState }) {
  return (
    <>
      <TextInput
        id={`reason-${words.kind}`}
        name="reason"
        label="Reason"
        hint={words.reasonHint}
        error={state.errors.reason}
        defaultValue={state.values.reason}
        autoComplete="off"
        maxLength={500}
      />
      <ProofFields state={state} />
      <SubmitButton look="secondary" className="justify-self-start">
        {words.button}
      </SubmitButton>
    </>
  )
}

const acts = {
  pass: makePassAction,
  reset: resetSecondStepAction,
  sign_out: endSessionsAction,
  unlock: unlockTokensAction,
}
