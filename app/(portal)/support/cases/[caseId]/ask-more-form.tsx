'use client'

import { Alert } from '@/components/ui/alert'
import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { emptyForm } from '@/lib/form'
import { askMoreAction } from './actions'

export function AskMoreForm({ caseId }: { caseId: string }) {
  const [state, action] = useForm(askMoreAction, emptyForm)
  const { errors, values, message } = state

  return (
    <details open={state !== emptyForm}>
      <summary className="button button-secondary">Write a question</summary>
      <Form state={state} action={action} className="mt-3 grid gap-3">
        <input type="hidden" name="caseId" value={caseId} />
        {message && (
          <Alert tone="danger" role="alert">
            {message}
          </Alert>
        )}
        <TextArea
          name="question"
          label="Your question"
          hint="The person will see it. Never ask for a password, a token or a code."
          error={errors.question}
          defaultValue={values.question}
          maxLength={1000}
        />
        <div>
          <SubmitButton>Send question</SubmitButton>
        </div>
      </Form>
    </details>
  )
}
