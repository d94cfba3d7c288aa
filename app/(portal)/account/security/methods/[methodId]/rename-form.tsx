'use client'

import { useActionState } from 'react'
import { ProofFields } from '@/app/second-factor/proof-fields'
import { Notice } from '@/components/ui/alert'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { emptyForm } from '@/lib/form'
import { renameWayAction } from './actions'

export function RenameForm({ wayId, name }: { wayId: string; name: string }) {
  const [state, action] = useActionState(renameWayAction, emptyForm)

  return (
    <form action={action} noValidate className="grid max-w-md gap-4">
      {state.message && (
        <Notice tone="danger" role="alert">
          {state.message}
        </Notice>
      )}
      <input type="hidden" name="wayId" value={wayId} />
      <TextInput
        name="name"
        label="Name"
        autoComplete="off"
        defaultValue={state.values.name ?? name}
        error={state.errors.name}
      />
      <ProofFields state={state} />
      <div>
        <SubmitButton>Save name</SubmitButton>
      </div>
    </form>
  )
}
