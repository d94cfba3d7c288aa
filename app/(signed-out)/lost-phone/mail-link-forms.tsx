'use client'

import { useActionState } from 'react'
import { SubmitButton } from '@/components/ui/submit-button'
import { emptyForm } from '@/lib/form'
import { AidedMessage } from '../aided-message'
import type { AidedState } from '../help-link'
import { mailEnrollmentLinkAction, mailPageLinkAction } from './actions'

export function MailPageLinkForm() {
  const [state, action] = useActionState<AidedState, FormData>(mailPageLinkAction, emptyForm)

  return (
    <form action={action} className="grid gap-3">
      <AidedMessage state={state} help="case-page" />
      <SubmitButton large>Email me the link to its page</SubmitButton>
    </form>
  )
}

export function MailEnrollmentLinkForm() {
  const [state, action] = useActionState<AidedState, FormData>(mailEnrollmentLinkAction, emptyForm)

  return (
    <form action={action} className="grid gap-3">
      <AidedMessage state={state} help="new-phone" />
      <SubmitButton large>Email me a new link</SubmitButton>
    </form>
  )
}
