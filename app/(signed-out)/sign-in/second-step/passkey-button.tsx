'use client'

import { usePasskey } from '@/components/sign-in-methods/use-passkey'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { useScript } from '@/components/ui/use-script'
import { finishWithPasskeyAction, startOwnPasskeyAction } from '../passkey/actions'

export function PasskeyButton({ look }: { look: 'primary' | 'link' }) {
  const { message, isBusy, answer } = usePasskey(finishWithPasskeyAction)

  if (!useScript()) {
    return (
      <noscript>
        <p className="text-sm text-text-muted">
          Passkeys need JavaScript. Use another method, or turn it on.
        </p>
      </noscript>
    )
  }
  return (
    <div className="grid gap-3">
      {message && (
        <Alert tone="danger" role="alert">
          {message}
        </Alert>
      )}
      <Button
        large={look !== 'link'}
        look={look}
        pending={isBusy}
        onClick={() => {
          if (!isBusy) void answer(prove, new FormData())
        }}
      >
        Use a passkey
      </Button>
    </div>
  )
}

async function prove() {
  const asked = await startOwnPasskeyAction()
  if ('message' in asked) return { trouble: asked.message }
  const ceremony = await import('@/components/sign-in-methods/passkey-ceremony')
  return ceremony.provePasskey(asked.options)
}
