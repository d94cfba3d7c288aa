'use client'

import { useActionState } from 'react'
import { ProofFields } from '@/app/second-factor/proof-fields'
import { Alert } from '@/components/ui/alert'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { emptyForm } from '@/lib/form'
import { Disclosure } from '../disclosure'
import { confirmCaseAction } from './actions'

type ConfirmCaseFormProps = { caseId: string; name: string }

/** The admin's word, which support counts, and which only a meeting or a call of one's own is worth. */
export function ConfirmCaseForm({ caseId, name }: ConfirmCaseFormProps) {
  const [state, action] = useActionState(confirmCaseAction, emptyForm)
  const wasSent = state !== emptyForm

  return (
    <Disclosure title={`Was it ${name}?`} isOpen={wasSent}>
      <form action={action} noValidate className="grid gap-4">
        <input type="hidden" name="caseId" value={caseId} />
        <p className="text-text-muted">
          Confirm only if you have seen {name}, or have called {name} yourself on a number you have known for
          long. A voice on the phone that has called you is not enough: it can be imitated. Nobody from
          support will ever press you to confirm.
        </p>
        {state.message && (
          <Alert tone="danger" role="alert">
            {state.message}
          </Alert>
        )}
        <TextArea
          id={`note-${caseId}`}
          name="note"
          label="How do you know?"
          hint="Support reads it. Example: we sat together this morning."
          error={state.errors.note}
          defaultValue={state.values.note}
          autoComplete="off"
          maxLength={1000}
        />
        <ProofFields state={state} />
        <SubmitButton className="justify-self-start">I confirm that this is really {name}</SubmitButton>
        <p className="text-text-muted">
          A colleague who knows {name} well can vouch too, signed in at{' '}
          <a href={`/vouch/${caseId}`} className="text-link">
            this page
          </a>
          .
        </p>
      </form>
    </Disclosure>
  )
}
