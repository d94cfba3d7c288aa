'use client'

import { startTransition, useState } from 'react'
import { useSignInMark } from '@/components/sign-in-mark'
import { useForm } from '@/components/ui/form'
import { noAnswerYet, type PasskeyFormState } from '@/lib/sign-in-methods/passkeys/rules'
import type { Answered } from './passkey-ceremony'

type Action = (state: PasskeyFormState, form: FormData) => Promise<PasskeyFormState>

/** Has the browser answer, and posts what it says to the action, in the field `answer`. */
export function usePasskey(action: Action) {
  const [state, send, isSending] = useForm(action, noAnswerYet, "Couldn't use the passkey.")
  const mark = useSignInMark()
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
    form.set('signIn', mark)
    startTransition(() => send(form))
  }

  const refusal = trouble ?? state.failure
  const message = refusal ?? state.message
  const tone = refusal === undefined ? (state.tone ?? 'info') : 'danger'
  return { state, message, tone, isBusy: isAsking || isSending, answer } as const
}
