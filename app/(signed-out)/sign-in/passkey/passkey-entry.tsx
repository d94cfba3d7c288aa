'use client'

import { lazy, Suspense } from 'react'
import { useScript } from '@/components/ui/use-script'

// Of no use without a script, so it may come after the page, whose place for it is kept.
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
