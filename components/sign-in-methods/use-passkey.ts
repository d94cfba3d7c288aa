'use client'

import { startTransition, useActionState, useState } from 'react'
import { noAnswerYet, type PasskeyFormState } from '@/lib/sign-in-methods/passkeys/rules'
import type { Answered } from './passkey-ceremony'

type Action = (state: PasskeyFormState, form: FormData) => Promise<PasskeyFormState>

/** Has the browser answer, and posts what it says to the action, in the field `answer`. */
export function usePasskey(action: Action) {
  const [state, send, isSending] = useActionState(action, noAnswerYet)
  const [trouble, setTrouble] = useState<string>()
  const [isAsking, setAsking] = useState(false)

  async function answer(ask: () => Promise<Answered>, form: FormData) {
    setAsking(true)
    const answered = await ask().catch(() => ({
      trouble: "Couldn't reach the portal. Check your connection and try again.",
    }))
    setAsking(false)
    setTrouble('trouble' in answered ? answered.trouble : undefined)
    if (!('answer' in answered)) return
    form.set('answer', answered.answer)
    startTransition(() => send(form))
  }

  const message = trouble ?? state.message
  const tone = trouble === undefined ? (state.tone ?? 'info') : 'danger'
  return { state, message, tone, isBusy: isAsking || isSending, answer } as const
}
