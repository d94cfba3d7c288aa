'use client'

import { Crash } from '@/components/crash'
import './globals.css'

/** Replaces the whole document when the root layout itself has failed. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Partner Portal</title>
        <Crash {...props} />
      </body>
    </html>
  )
}
