'use client'

import { Alert } from '@/components/ui/alert'
import { Field, fieldProps } from '@/components/ui/field'
import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import { sayMissingAction } from './actions'

export function MissingForm({ article, missing }: { article: string; missing: string | null }) {
  const [state, action] = useForm(sayMissingAction, emptyForm)
  const text = {
    name: 'missing',
    label: 'What was missing?',
    hint: "Up to 1,000 characters. Don't include passwords, tokens or phone numbers.",
    error: state.errors.missing,
  }

  return (
    <Form state={state} action={action} className="mt-4 grid gap-3 border-t border-border pt-4">
      {state.message && (
        <Alert tone={state.tone ?? 'danger'} role={state.tone === 'ok' ? 'status' : 'alert'}>
          {state.message}
        </Alert>
      )}
      <input type="hidden" name="article" value={article} />
      <Field {...text} optional>
        <textarea
          {...fieldProps(text)}
          rows={4}
          maxLength={1000}
          className="input"
          defaultValue={state.values.missing ?? missing ?? ''}
        />
      </Field>
      <div>
        <SubmitButton look="secondary">Send feedback</SubmitButton>
      </div>
    </Form>
  )
}
