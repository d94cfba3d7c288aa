'use client'

import { ProofFields } from '@/app/second-factor/proof-fields'
import { Alert } from '@/components/ui/alert'
import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import { answerSecondAdminAction } from './actions'

type RecoveryAnswerProps = { requestId: string; name: string; canConfirm: boolean }

/** Confirm or refuse. The admin who requested it can only withdraw it. */
export function RecoveryAnswer({ requestId, name, canConfirm }: RecoveryAnswerProps) {
  const [state, action] = useForm(answerSecondAdminAction, emptyForm)

  return (
    <Form state={state} action={action} className="mt-4 grid gap-3 border-t border-border pt-4">
      <input type="hidden" name="requestId" value={requestId} />
      {state.message && (
        <Alert tone="danger" role="alert">
          {state.message}
        </Alert>
      )}
      <ProofFields state={state} />
      <div className="flex flex-wrap gap-2">
        {canConfirm && (
          <SubmitButton name="answer" value="confirm">
            Confirm<span className="sr-only"> recovery of {name}</span>
          </SubmitButton>
        )}
        <SubmitButton look="secondary" name="answer" value="refuse">
          {canConfirm ? 'Refuse' : 'Withdraw'}
          <span className="sr-only"> recovery of {name}</span>
        </SubmitButton>
      </div>
    </Form>
  )
}
