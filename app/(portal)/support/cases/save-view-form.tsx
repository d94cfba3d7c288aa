'use client'

import { useActionState } from 'react'
import { FieldError } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import { saveViewAction } from './actions'

/** Saves the current view under a name. */
export function SaveViewForm({ query }: { query: string }) {
  const [{ errors, values, message }, action] = useActionState(saveViewAction, emptyForm)
  const error = errors.name ?? message

  return (
    <details open={error !== undefined}>
      <summary className="button button-quiet">Save this view</summary>
      <form action={action} className="mt-2 grid gap-1.5" noValidate>
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
      </form>
    </details>
  )
}
