'use client'

import { lazy, Suspense } from 'react'
import { useScript } from '@/components/ui/use-script'

// Needs a script, so it may load after the page, which reserves the space for it.
const PasskeySignIn = lazy(() => import('./passkey-sign-in'))

export function PasskeyEntry({ next }: { next: string }) {
  const scripted = useScript()

  return (
    <div className="min-h-20 noscript:hidden">
      {scripted && (
        <Suspense>
          <PasskeySignIn next={next} />
        </Suspense>
      )}
    </div>
  )
}
