'use client'

import { FieldError } from '@/components/ui/field'
import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import { saveViewAction } from './actions'

/** Saves the current view under a name. */
export function SaveViewForm({ query }: { query: string }) {
  const [state, action] = useForm(saveViewAction, emptyForm)
  const { errors, values, message } = state
  const error = errors.name ?? message

  return (
    <details open={error !== undefined || state.failure !== undefined}>
      <summary className="button button-secondary">Save this view</summary>
      <Form state={state} action={action} className="mt-2 grid gap-1.5">
        <input type="hidden" name="query" value={query} />
        <label htmlFor="name" className="font-medium">
          View name
        </label>
        <div className="flex gap-2">
          <input
            id="name"
            name="name"
            defaultValue={values.name}
            maxLength={40}
            autoComplete="off"
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? 'name-error' : undefined}
            className="input"
          />
          <SubmitButton look="secondary">Save</SubmitButton>
        </div>
        <FieldError id="name">{error}</FieldError>
      </Form>
    </details>
  )
}
