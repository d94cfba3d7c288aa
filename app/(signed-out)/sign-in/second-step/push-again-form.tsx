'use client'

import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import { sendPushAction } from './actions'

export function PushAgainForm({ label = 'Send another OneTouch alert' }: { label?: string }) {
  const [state, action] = useForm(sendPushAction, emptyForm)

  return (
    <Form state={state} action={action} className="grid gap-2">
      {state.message && (
        <p role="alert" className="font-medium text-danger-fg">
          {state.message}
        </p>
      )}
      <SubmitButton look="secondary" large>
        {label}
      </SubmitButton>
    </Form>
  )
}
