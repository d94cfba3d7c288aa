'use client'

import { ProofFields } from '@/app/second-factor/proof-fields'
import { Alert } from '@/components/ui/alert'
import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { emptyForm } from '@/lib/form'
import { Disclosure } from '../disclosure'
import { confirmCaseAction } from './actions'

type ConfirmCaseFormProps = { caseId: string; name: string }

/** The admin's confirmation. Only a meeting or a call that the admin placed is proof. */
export function ConfirmCaseForm({ caseId, name }: ConfirmCaseFormProps) {
  const [state, action] = useForm(confirmCaseAction, emptyForm)
  const wasSent = state !== emptyForm

  return (
    <Disclosure title={`Confirm it was ${name}`} isOpen={wasSent}>
      <Form state={state} action={action} className="grid gap-4">
        <input type="hidden" name="caseId" value={caseId} />
        <p className="text-text-muted">
          Confirm only if you've seen {name}, or called {name} yourself on a number you've known for a long
          time. An incoming call isn't proof: voices can be imitated. Support will never pressure you to
          confirm.
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
          hint="Support can read this. Example: we sat together this morning."
          error={state.errors.note}
          defaultValue={state.values.note}
          autoComplete="off"
          maxLength={1000}
        />
        <ProofFields state={state} />
        <SubmitButton className="justify-self-start">
          Confirm request<span className="sr-only"> of {name}</span>
        </SubmitButton>
        <p className="text-text-muted">
          A colleague who knows {name} well can also vouch. Send them{' '}
          <a href={`/vouch/${caseId}`} className="text-link">
            this page
          </a>
          .
        </p>
      </Form>
    </Disclosure>
  )
}
