'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useState } from 'react'
import type { PushStatus } from '@/prisma/client/enums'
import { FinishPushForm } from './finish-push-form'

const eventsPath = '/sign-in/second-step/events'

type PushWatchProps = {
  status: PushStatus
  isTyped: boolean
  trustDays: number
  /** Shown once the phone has approved, in place of `children`. */
  approved: ReactNode
  children: ReactNode
}

/**
 * Follows a push. An approval shows at once and submits the form that finishes the sign-in, or leaves it to the person where a
 * code has to be typed; whatever else became of the push, the server renders it. What is being typed keeps the focus.
 */
export function PushWatch({ status, isTyped, trustDays, approved, children }: PushWatchProps) {
  const router = useRouter()
  const [wasApproved, setWasApproved] = useState(false)
  const isApproved = wasApproved || status === 'approved'

  useEffect(() => {
    if (isApproved) return
    return watch((step) => {
      if (step === 'approved') setWasApproved(true)
      else if (step !== status) router.refresh()
    })
  }, [isApproved, status, router])

  return (
    <>
      {isApproved ? approved : children}
      {(isApproved || isTyped) && (
        <FinishPushForm isTyped={isTyped} isApproved={isApproved} trustDays={trustDays} />
      )}
    </>
  )
}

/** One open stream; where none can be held, polling that slows down from 3 to 5 seconds and rests while the tab is hidden. */
function watch(moveOn: (step: string) => void): () => void {
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
}

async function askOnce(moveOn: (step: string) => void) {
  const answer = await fetch(eventsPath, { headers: { accept: 'application/json' } }).catch(() => null)
  if (answer?.ok) moveOn((await answer.json()).status)
}
