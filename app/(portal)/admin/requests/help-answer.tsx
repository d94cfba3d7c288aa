'use client'

import { useActionState } from 'react'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import { answerHelpAction } from './actions'

type HelpAnswerProps = { requestId: string; name: string; canConfirm: boolean; mustProve: boolean }

/** Confirm or refuse; who has asked can only take it back. */
export function HelpAnswer({ requestId, name, canConfirm, mustProve }: HelpAnswerProps) {
  const [state, action] = useActionState(answerHelpAction, emptyForm)

  return (
    <form action={action} className="mt-4 grid gap-3 border-t border-border pt-4">
      <input type="hidden" name="requestId" value={requestId} />
      {state.message && (
        <Notice tone="danger" role="alert">
          {state.message}
        </Notice>
      )}
      {canConfirm && mustProve && (
        <p>
          To confirm,{' '}
          <a href="/confirm?next=%2Fadmin%2Frequests" className="text-link">
            confirm that it is you
          </a>{' '}
          first. The confirmation lasts ten minutes.
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {canConfirm && !mustProve && (
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
