'use client'

import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TokenInput } from '@/components/ui/token-input'
import { emptyForm } from '@/lib/form'
import { useNewest } from '../../sign-in/second-step/use-newest'
import { confirmNumberAction } from './actions'

export function TokenForm({ link, news }: { link: string; news: string }) {
  const [state, action] = useForm(confirmNumberAction, emptyForm)
  const error = useNewest(state.errors.token ?? state.message, state, news)

  return (
    <Form state={state} action={action} className="grid gap-4">
      <input type="hidden" name="link" value={link} />
      <TokenInput
        name="token"
        label="Token or Security Key"
        hint="Enter the digits from the text."
        error={error}
        defaultValue={state.values.token}
      />
      <SubmitButton large>Confirm number</SubmitButton>
    </Form>
  )
}
