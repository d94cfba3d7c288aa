'use client'

import { useActionState } from 'react'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import { sendPushAction } from './actions'

export function PushAgainForm({ label = 'Send another OneTouch alert' }: { label?: string }) {
  const [state, action] = useActionState(sendPushAction, emptyForm)

  return (
    <form action={action} className="grid gap-2">
      {state.message && (
        <p role="alert" className="font-medium text-danger-fg">
          {state.message}
        </p>
      )}
      <SubmitButton look="secondary" large>
        {label}
      </SubmitButton>
    </form>
  )
}
