'use client'

import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { emptyForm } from '@/lib/form'
import { AidedMessage } from '../../../aided-message'
import { type AidedState, withRecovery } from '../../../help-link'
import { answerQuestionAction, mailEnrollmentLinkFromPageAction, withdrawCaseAction } from './actions'

export function AnswerForm({ link }: { link: string }) {
  const [state, action] = useForm<AidedState>(answerQuestionAction, emptyForm)

  return (
    <Form state={state} action={action} className="grid gap-3">
      <AidedMessage state={state} help="case-page" />
      <input type="hidden" name="link" value={link} />
      <TextArea
        name="answer"
        label="Your answer"
        hint="Never include your password or a token. We won't ask for them."
        rows={4}
        maxLength={1000}
        defaultValue={state.values.answer}
        error={withRecovery(state.errors.answer, 'case-page')}
      />
      <SubmitButton large>Send answer</SubmitButton>
    </Form>
  )
}

export function WithdrawForm({ link }: { link: string }) {
  const [state, action] = useForm<AidedState>(withdrawCaseAction, emptyForm)

  return (
    <Form state={state} action={action} className="grid gap-3">
      <AidedMessage state={state} help="case-page" />
      <input type="hidden" name="link" value={link} />
      <SubmitButton look="secondary" large>
        Withdraw request
      </SubmitButton>
    </Form>
  )
}

export function MailEnrollmentLinkForm({ link }: { link: string }) {
  const [state, action] = useForm<AidedState>(mailEnrollmentLinkFromPageAction, emptyForm)

  return (
    <Form state={state} action={action} className="grid gap-3">
      <AidedMessage state={state} help="new-phone" />
      <input type="hidden" name="link" value={link} />
      <SubmitButton large>Email me a new link</SubmitButton>
    </Form>
  )
}
