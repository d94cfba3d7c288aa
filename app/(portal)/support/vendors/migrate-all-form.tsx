'use client'

import { useActionState } from 'react'
import { ProofFields } from '@/app/second-factor/proof-fields'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import { migrateAllFirmsAction } from './actions'

export function MigrateAllForm() {
  const [state, action] = useActionState(migrateAllFirmsAction, emptyForm)

  return (
    <Card title="Move all firms" className="mt-6">
      <form action={action} noValidate className="grid gap-4">
        {state.message && (
          <Alert tone="danger" role="alert">
            {state.message}
          </Alert>
        )}
        <p className="max-w-2xl">
          Starts the move of every firm that has not started. Texts go by Twilio Verify from then on; what
          works at Authy goes on working until each firm is finished. Everybody who moves gets a mail.
        </p>
        <Checkbox
          name="understood"
          id="understood-all"
          label="I have read what happens"
          error={state.errors.understood}
          defaultChecked={state.values.understood === 'on'}
        />
        <ProofFields state={state} />
        <div>
          <SubmitButton look="secondary">Start the move of all firms</SubmitButton>
        </div>
      </form>
    </Card>
  )
}
