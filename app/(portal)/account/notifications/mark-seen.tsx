'use client'

import { startTransition, useEffect } from 'react'
import { markReadAction } from './actions'

/** Marks what this page shows as read once somebody sees it. A tab in the background waits, a prefetched page does nothing. */
export function MarkSeen({ since, until }: { since: string; until: string }) {
  useEffect(() => {
    function mark() {
      if (document.visibilityState !== 'visible') return
      document.removeEventListener('visibilitychange', mark)
      const form = new FormData()
      form.set('since', since)
      form.set('until', until)
      // Offline or after an update they stay unread.
      startTransition(() => markReadAction(form).catch(() => undefined))
    }
    document.addEventListener('visibilitychange', mark)
    mark()
    return () => document.removeEventListener('visibilitychange', mark)
  }, [since, until])

  return null
}
