'use client'

import { ProofFields } from '@/app/second-factor/proof-fields'
import { Alert } from '@/components/ui/alert'
import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { emptyForm } from '@/lib/form'
import { renameMethodAction } from './actions'

export function RenameForm({ methodId, name }: { methodId: string; name: string }) {
  const [state, action] = useForm(renameMethodAction, emptyForm)

  return (
    <Form state={state} action={action} className="grid max-w-md gap-4">
      {state.message && (
        <Alert tone="danger" role="alert">
          {state.message}
        </Alert>
      )}
      <input type="hidden" name="methodId" value={methodId} />
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
    </Form>
  )
}
