'use client'

import { useActionState } from 'react'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { emptyForm } from '@/lib/form'
import { AidedMessage } from '../../../aided-message'
import { type AidedState, withRecovery } from '../../../help-link'
import { useFirstError } from '../../../use-first-error'
import { answerQuestionAction, mailEnrollmentLinkFromPageAction, withdrawCaseAction } from './actions'

export function AnswerForm({ link }: { link: string }) {
  const [state, action] = useActionState<AidedState, FormData>(answerQuestionAction, emptyForm)
  const form = useFirstError(state)

  return (
    <form ref={form} action={action} noValidate className="grid gap-3">
      <AidedMessage state={state} help="case-page" />
      <input type="hidden" name="link" value={link} />
      <TextArea
        name="answer"
        label="Your answer"
        hint="Never include your password or a token. We won't ask for them."
        rows={4}
        defaultValue={state.values.answer}
        error={withRecovery(state.errors.answer, 'case-page')}
      />
      <SubmitButton large>Send answer</SubmitButton>
    </form>
  )
}

export function WithdrawForm({ link }: { link: string }) {
  const [state, action] = useActionState<AidedState, FormData>(withdrawCaseAction, emptyForm)

  return (
    <form action={action} className="grid gap-3">
      <AidedMessage state={state} help="case-page" />
      <input type="hidden" name="link" value={link} />
      <SubmitButton look="secondary" large>
        Withdraw request
      </SubmitButton>
    </form>
  )
}

export function MailEnrollmentLinkForm({ link }: { link: string }) {
  const [state, action] = useActionState<AidedState, FormData>(mailEnrollmentLinkFromPageAction, emptyForm)

  return (
    <form action={action} className="grid gap-3">
      <AidedMessage state={state} help="new-phone" />
      <input type="hidden" name="link" value={link} />
      <SubmitButton large>Email me a new link</SubmitButton>
    </form>
  )
}
