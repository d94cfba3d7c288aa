'use client'

import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import { AidedMessage } from '../aided-message'
import type { AidedState } from '../help-link'
import { mailEnrollmentLinkAction, mailPageLinkAction } from './actions'

export function MailPageLinkForm() {
  const [state, action] = useForm<AidedState>(mailPageLinkAction, emptyForm)

  return (
    <Form state={state} action={action} className="grid gap-3">
      <AidedMessage state={state} help="case-page" />
      <SubmitButton large>Email me the link to its page</SubmitButton>
    </Form>
  )
}

export function MailEnrollmentLinkForm() {
  const [state, action] = useForm<AidedState>(mailEnrollmentLinkAction, emptyForm)

  return (
    <Form state={state} action={action} className="grid gap-3">
      <AidedMessage state={state} help="new-phone" />
      <SubmitButton large>Email me a new link</SubmitButton>
    </Form>
  )
}
