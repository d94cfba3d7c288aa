'use client'

import { useEffect } from 'react'
import { usePasskey } from '@/components/sign-in-methods/use-passkey'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { signInWithPasskeyAction } from './actions'

// Loaded when it is needed: most people type a password.
const load = () => import('./sign-in-ceremony')

/** Passkeys as the whole sign-in: by the button, and among what the browser suggests in the email field. */
export default function PasskeySignIn({ next }: { next: string }) {
  const { message, isBusy, answer } = usePasskey(signInWithPasskeyAction)

  function form() {
    const fields = new FormData()
    fields.set('next', next)
    return fields
  }

  function press() {
    if (!isBusy) void answer(async () => (await load()).signInNow(), form())
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: after each answer the field offers passkeys again
  useEffect(() => {
    if (isBusy) return
    const over = new AbortController()
    const offer = async () => {
      if (!(await canSuggest()) || over.signal.aborted) return
      const ceremony = await load()
      const chosen = await ceremony.waitForChoice(over.signal)
      if (chosen) await answer(async () => chosen, form())
    }
    // Nobody asked for this, so an error stays silent.
    offer().catch(() => {})
    return () => over.abort()
  }, [isBusy])

  return (
    <div className="grid gap-4">
      <p className="flex items-center gap-3 text-sm text-text-muted before:h-px before:grow before:bg-border after:h-px after:grow after:bg-border">
        or
      </p>
      {message && (
        <Alert tone="danger" role="alert">
          {message}
        </Alert>
      )}
      <Button large pending={isBusy} onClick={press}>
        Use a passkey instead
      </Button>
    </div>
  )
}

async function canSuggest(): Promise<boolean> {
  return (await window.PublicKeyCredential?.isConditionalMediationAvailable?.()) ?? false
}
