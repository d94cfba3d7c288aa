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
  /** Among the other methods, as a link in one line with them. */
  inLine?: boolean
}

/** *Text me a token*; after the first, the next one with a countdown. */
export function TextForm({ text, phone, action: send, help, isMain, inLine }: TextFormProps) {
  const [state, action] = useForm(send, emptyForm)
  const look = isMain ? 'primary' : inLine ? 'link' : 'secondary'

  return (
    <Form state={state} action={action} className={inLine ? 'contents' : 'grid gap-3'}>
      {state.message && (
        <Alert tone={state.tone ?? 'info'} role="status" className="order-first basis-full">
          <p>{state.message}</p>
          {help && state.tone === 'danger' && <p>{help}</p>}
        </Alert>
      )}
      {text && text.secondsUntilNext > 0 ? (
        <Pause
          key={`${text.sentInWindow}-${text.secondsUntilNext}`}
          seconds={text.secondsUntilNext}
          look={look}
        />
      ) : (
        <SubmitButton look={look} large={!inLine}>
          {text ? 'Text me another token' : 'Text me a token'}
        </SubmitButton>
      )}
      {phone && (text || !inLine) && (
        <p className="text-sm text-text-muted">
          {!inLine && `We'll text the number ${phone}. `}
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
function Pause({ seconds, look }: { seconds: number; look: 'primary' | 'secondary' | 'link' }) {
  const scripted = useScript()
  const [isOver, setOver] = useState(false)

  if (!scripted || isOver) {
    return (
      <SubmitButton look={look} large={look !== 'link'}>
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
