'use client'

import { ProofFields } from '@/app/second-factor/proof-fields'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import { migrateAllFirmsAction } from './actions'

export function MigrateAllForm() {
  const [state, action] = useForm(migrateAllFirmsAction, emptyForm)

  return (
    <Card title="Migrate all firms" className="mt-6">
      <Form state={state} action={action} className="grid gap-4">
        {state.message && (
          <Alert tone="danger" role="alert">
            {state.message}
          </Alert>
        )}
        <p className="max-w-2xl">
          Starts the migration of every firm that hasn't started. Text codes go through Twilio Verify from
          then on; Authy keeps working until you finish each firm's migration. We'll email everyone who is
          migrated.
        </p>
        <Checkbox
          name="understood"
          id="understood-all"
          label="I understand"
          error={state.errors.understood}
          defaultChecked={state.values.understood === 'on'}
        />
        <ProofFields state={state} />
        <div>
          <SubmitButton look="secondary">Start migration of all firms</SubmitButton>
        </div>
      </Form>
    </Card>
  )
}
