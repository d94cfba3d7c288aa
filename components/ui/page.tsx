import { clsx } from 'clsx/lite'
import type { ReactNode } from 'react'

/** The main landmark: 1280 pixels wide for lists, 720 for forms and reading. */
export function Page({ narrow, children }: { narrow?: boolean; children: ReactNode }) {
  return (
    <main id="content" tabIndex={-1} className={clsx('page', narrow && 'page-narrow')}>
      {children}
    </main>
  )
}
