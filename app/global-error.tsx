'use client'

import { Crash } from '@/components/crash'
import './globals.css'

/** Stands in for the whole document when the root layout itself has failed. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>This page could not be shown · Partner Portal</title>
        <Crash {...props} />
      </body>
    </html>
  )
}
