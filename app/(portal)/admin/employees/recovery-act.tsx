'use client'

import { ProofFields } from '@/app/second-factor/proof-fields'
import { Alert } from '@/components/ui/alert'
import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { emptyForm } from '@/lib/form'
import { Disclosure } from '../disclosure'
import { OneTimePassAlert } from '../one-time-pass-alert'
import type { RecoveryState } from '../shown-one-time-pass'
import {
  askSecondAdminAction,
  endSessionsAction,
  makeOneTimePassAction,
  resetMethodsAction,
  unlockTokensAction,
} from './recovery-actions'
import type { RecoveryWords } from './sentences'

type RecoveryActProps = {
  words: RecoveryWords
  employeeId: string
  /** Another person has to confirm it first. */
  isAsked: boolean
}

/** One kind of recovery: what it does, who is notified, the reason and the button. */
export function RecoveryAct({ words, employeeId, isAsked }: RecoveryActProps) {
  const act = isAsked ? askSecondAdminAction : acts[words.kind]
  const [state, action] = useForm<RecoveryState>(act, emptyForm)
  const wasSent = state !== emptyForm

  return (
    <Disclosure title={words.title} isOpen={wasSent}>
      <Form state={state} action={action} className="grid gap-4">
        <input type="hidden" name="employeeId" value={employeeId} />
        {isAsked && <input type="hidden" name="kind" value={words.kind} />}
        <div className="grid gap-2 text-text-muted">
          {words.about.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
        {state.shown && <OneTimePassAlert shown={state.shown} />}
        {state.message && (
          <Alert tone={state.tone ?? 'info'} role={state.tone === 'danger' ? 'alert' : 'status'}>
            {state.message}
          </Alert>
        )}
        {!state.shown && <RecoveryReason words={words} state={state} />}
      </Form>
    </Disclosure>
  )
}

function RecoveryReason({ words, state }: { words: RecoveryWords; state: RecoveryState }) {
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
  one_time_pass: makeOneTimePassAction,
  reset: resetMethodsAction,
  sign_out: endSessionsAction,
  unlock: unlockTokensAction,
}
