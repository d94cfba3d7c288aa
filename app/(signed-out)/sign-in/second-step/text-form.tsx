'use client'

import { type ReactNode, useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Countdown } from '@/components/ui/countdown'
import { Form, useForm } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { useScript } from '@/components/ui/use-script'
import { emptyForm, type FormState } from '@/lib/form'
import type { LatestText } from '@/lib/sign-in-methods/tokens/queries'

type TextFormProps = {
  text: LatestText | null
  phone: string | null
  action: (state: FormState, form: FormData) => Promise<FormState>
  /** Where a refusal is explained. */
  help?: ReactNode
  /** The main button of this page. */
  isMain?: boolean
}

/** *Text me a token*; after the first, the next one with a countdown. */
export function TextForm({ text, phone, action: send, help, isMain }: TextFormProps) {
  const [state, action] = useForm(send, emptyForm)

  return (
    <Form state={state} action={action} className="grid gap-3">
      {state.message && (
        <Alert tone={state.tone ?? 'info'} role="status">
          <p>{state.message}</p>
          {help && state.tone === 'danger' && <p>{help}</p>}
        </Alert>
      )}
      {text && text.secondsUntilNext > 0 ? (
        <Pause key={`${text.sentInWindow}-${text.secondsUntilNext}`} seconds={text.secondsUntilNext} />
      ) : (
        <SubmitButton look={isMain ? 'primary' : 'secondary'} large>
          {text ? 'Text me another token' : 'Text me a token'}
        </SubmitButton>
      )}
      {phone && (
        <p className="text-sm text-text-muted">
          We'll text the number {phone}.{' '}
          {text && (
            <a href="/help/two-factor-authentication#when-a-text-does-not-arrive" className="text-link">
              Text didn't arrive?
            </a>
          )}
        </p>
      )}
    </Form>
  )
}

/** Without script the button is always there: the server enforces the pause. */
function Pause({ seconds }: { seconds: number }) {
  const scripted = useScript()
  const [isOver, setOver] = useState(false)

  if (!scripted || isOver) {
    return (
      <SubmitButton look="secondary" large>
        Text me another token
      </SubmitButton>
    )
  }
  return (
    <p className="text-sm text-text-muted">
      You can request another text in <Countdown seconds={seconds} onEnd={() => setOver(true)} />.
    </p>
  )
}
