'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const eventsPath = '/sign-in/second-step/events'

/**
 * Refreshes the page when the phone has answered. One open stream; where none can be held, polling that slows down from
 * 3 to 5 seconds and pauses while the tab is hidden. It never touches the focus.
 */
export function PushWatch({ status }: { status: string }) {
  const router = useRouter()

  useEffect(() => {
    const moveOn = (step: string) => {
      if (step !== status) router.refresh()
    }
    const stream = new EventSource(eventsPath)
    let polling: ReturnType<typeof setTimeout> | undefined

    stream.onmessage = ({ data }) => moveOn(data)
    stream.onerror = () => {
      // The browser reopens a stream that was cut; one that is refused stays closed.
      if (stream.readyState === EventSource.CLOSED) poll(3000)
    }

    function poll(pauseMilliseconds: number) {
      polling = setTimeout(async () => {
        if (!document.hidden) await askOnce(moveOn)
        poll(Math.min(pauseMilliseconds + 500, 5000))
      }, pauseMilliseconds)
    }

    return () => {
      stream.close()
      clearTimeout(polling)
    }
  }, [status, router])

  return (
    <p role="status" className="text-sm text-text-muted">
      {status === 'sending' ? 'Sending the alert…' : 'Waiting for approval. This page updates automatically.'}
    </p>
  )
}

async function askOnce(moveOn: (step: string) => void) {
  const answer = await fetch(eventsPath, { headers: { accept: 'application/json' } }).catch(() => null)
  if (answer?.ok) moveOn((await answer.json()).status)
}
