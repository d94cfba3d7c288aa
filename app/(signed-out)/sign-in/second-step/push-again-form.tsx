'use client'

import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import { sendPushAction } from './actions'

type PushAgainFormProps = { label?: string; look?: 'secondary' | 'link' }

export function PushAgainForm({
  label = 'Send another OneTouch alert',
  look = 'secondary',
}: PushAgainFormProps) {
  const [state, action] = useForm(sendPushAction, emptyForm)

  return (
    <Form state={state} action={action} className="grid gap-2">
      {state.message && (
        <p role="alert" className="font-medium text-danger-fg">
          {state.message}
        </p>
      )}
      <SubmitButton look={look} large={look !== 'link'}>
        {label}
      </SubmitButton>
    </Form>
  )
}
