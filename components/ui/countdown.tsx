'use client'

import { useEffect, useEffectEvent, useState } from 'react'

type CountdownProps = { seconds: number; onEnd?: () => void }

/** A visible countdown that screen readers do not announce: the text around it says what happens at its end. */
export function Countdown({ seconds, onEnd }: CountdownProps) {
  const [left, setLeft] = useState(seconds)
  const end = useEffectEvent(() => onEnd?.())

  useEffect(() => {
    const deadline = Date.now() + seconds * 1000
    const timer = setInterval(() => {
      const now = Math.max(0, Math.ceil((deadline - Date.now()) / 1000))
      setLeft(now)
      if (now > 0) return
      clearInterval(timer)
      end()
    }, 250)
    return () => clearInterval(timer)
  }, [seconds])

  return (
    <span role="timer" aria-live="off">
      {Math.floor(left / 60)}:{String(left % 60).padStart(2, '0')}
    </span>
  )
}
