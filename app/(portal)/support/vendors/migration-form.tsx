'use client'

import { ProofFields } from '@/app/second-factor/proof-fields'
import { Alert } from '@/components/ui/alert'
import { Checkbox } from '@/components/ui/checkbox'
import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import type { MigrationAct } from '@/lib/vendor-migration/schema'
import { migrateFirmAction } from './actions'

type MigrationFormProps = {
  firmId: string
  act: MigrationAct
  about: string
  button: string
  isNext?: boolean
}

export function MigrationForm({ firmId, act, about, button, isNext }: MigrationFormProps) {
  const [state, action] = useForm(migrateFirmAction, emptyForm)

  return (
    <Form state={state} action={action} className="grid gap-4">
      <input type="hidden" name="firmId" value={firmId} />
      <input type="hidden" name="act" value={act} />
      {state.message && (
        <Alert tone="danger" role="alert">
          {state.message}
        </Alert>
      )}
      <p className="max-w-2xl">{about}</p>
      <Checkbox
        name="understood"
        id={`understood-${act}`}
        label="I understand"
        error={state.errors.understood}
        defaultChecked={state.values.understood === 'on'}
      />
      <ProofFields state={state} />
      <div>
        <SubmitButton look={isNext ? 'primary' : 'secondary'}>{button}</SubmitButton>
      </div>
    </Form>
  )
}
