'use client'

import { useActionState } from 'react'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { emptyForm } from '@/lib/form'
import { Disclosure } from '../disclosure'
import { PassNotice } from '../pass-notice'
import type { HelpState } from '../shown-pass'
import {
  askHelpAction,
  endSessionsAction,
  makePassAction,
  resetSecondStepAction,
  unlockTokensAction,
} from './help-actions'
import type { HelpWords } from './help-words'

type HelpActProps = {
  words: HelpWords
  employeeId: string
  /** Nothing happens at once: somebody else has to confirm it. */
  isAsked: boolean
  /** Where to prove who one is, when that was not done in the last minutes. */
  proofAddress?: string
}

/** One thing that an admin can do for a person: what it does, who is told, why, and the button. */
export function HelpAct({ words, employeeId, isAsked, proofAddress }: HelpActProps) {
  const act = isAsked ? askHelpAction : acts[words.kind]
  const [state, action] = useActionState<HelpState, FormData>(act, emptyForm)
  const wasSent =
    state.message !== undefined || state.shown !== undefined || state.errors.reason !== undefined

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
        {!state.shown && <HelpReason words={words} proofAddress={proofAddress} state={state} />}
      </form>
    </Disclosure>
  )
}

type HelpReasonProps = Pick<HelpActProps, 'words' | 'proofAddress'> & { state: HelpState }

function HelpReason({ words, proofAddress, state }: HelpReasonProps) {
  if (proofAddress) {
    return (
      <p>
        <a href={proofAddress} className="text-link">
          Confirm that it is you
        </a>{' '}
        first. The confirmation lasts ten minutes.
      </p>
    )
  }
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
