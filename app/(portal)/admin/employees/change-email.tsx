'use client'

import { ProofFields } from '@/app/second-factor/proof-fields'
import { Alert } from '@/components/ui/alert'
import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { emptyForm } from '@/lib/form'
import { Disclosure } from '../disclosure'
import { changeEmailAction } from './email-actions'

type ChangeEmailProps = { employeeId: string; name: string; hasSignedIn: boolean }

export function ChangeEmail({ employeeId, name, hasSignedIn }: ChangeEmailProps) {
  const [state, action] = useForm(changeEmailAction, emptyForm)

  return (
    <Disclosure title="Change email address" isOpen={state !== emptyForm}>
      <Form state={state} action={action} className="grid gap-4">
        <input type="hidden" name="employeeId" value={employeeId} />
        <p className="text-text-muted">
          {hasSignedIn
            ? `We'll email a link to the new address and notify the old one. ${name} signs in with the old address until the new one is confirmed.`
            : `${name} hasn't signed in yet. We'll send a new invitation to the new address. The old invitation will no longer work.`}
        </p>
        {state.message && (
          <Alert tone={state.tone ?? 'info'} role={state.tone === 'ok' ? 'status' : 'alert'}>
            {state.message}
          </Alert>
        )}
        <TextInput
          id="new-email"
          name="email"
          label="New email address"
          error={state.errors.email}
          defaultValue={state.values.email}
          type="text"
          inputMode="email"
          autoComplete="off"
          maxLength={254}
        />
        <ProofFields state={state} />
        <SubmitButton look="secondary" className="justify-self-start">
          Change email address
        </SubmitButton>
      </Form>
    </Disclosure>
  )
}
