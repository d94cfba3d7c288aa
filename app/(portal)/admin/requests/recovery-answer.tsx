'use client'

import { useActionState } from 'react'
import { ProofFields } from '@/app/second-factor/proof-fields'
import { Alert } from '@/components/ui/alert'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import { answerSecondAdminAction } from './actions'

type RecoveryAnswerProps = { requestId: string; name: string; canConfirm: boolean }

/** Confirm or refuse; who has asked can only take it back. */
export function RecoveryAnswer({ requestId, name, canConfirm }: RecoveryAnswerProps) {
  const [state, action] = useActionState(answerSecondAdminAction, emptyForm)

  return (
    <form action={action} className="mt-4 grid gap-3 border-t border-border pt-4">
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
            Confirm<span className="sr-only"> help for {name}</span>
          </SubmitButton>
        )}
        <SubmitButton look="secondary" name="answer" value="refuse">
          {canConfirm ? 'Refuse' : 'Take back'}
          <span className="sr-only"> help for {name}</span>
        </SubmitButton>
      </div>
    </form>
  )
}
