'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Time } from '@/components/time'
import { useScript } from '@/components/ui/use-script'
import { timeLeft } from './case/[link]/sentences'

/**
 * How long until an instant: as the server counted it, with the time when it did, and live from there. Only the time that
 * has passed since is counted here, so a wrong clock in the browser does not matter.
 */
export function TimeLeft({ seconds, asOf }: { seconds: number; asOf: Date }) {
  const router = useRouter()
  const scripted = useScript()
  const [counted, setCounted] = useState({ from: seconds, left: seconds })
  if (counted.from !== seconds) setCounted({ from: seconds, left: seconds })

  useEffect(() => {
    const start = performance.now()
    const timer = setInterval(() => {
      const left = Math.max(0, Math.ceil(seconds - (performance.now() - start) / 1000))
      setCounted({ from: seconds, left })
      if (left > 0) return
      clearInterval(timer)
      router.refresh()
    }, 1000)
    return () => clearInterval(timer)
  }, [seconds, router])

  if (!scripted) {
    return (
      <span>
        in {timeLeft(seconds)} (as of <Time at={asOf} />)
      </span>
    )
  }
  return (
    <span role="timer" aria-live="off" className="tabular-nums">
      in {timeLeft(counted.left, true)}
    </span>
  )
}
