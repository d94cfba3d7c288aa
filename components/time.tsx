'use client'

import { useEffect, useState } from 'react'
import { relativeTime } from '@/components/relative-time'
import { useScript } from '@/components/ui/use-script'

type TimeProps = {
  at: Date
  seconds?: boolean
  /** The server's clock: the time is then said from there, as in "in 25 seconds", and stays true while the page is open. */
  from?: Date
}

/**
 * Every time on a screen. Without script it is in UTC and says so; a browser writes it in the reader's own time zone and
 * locale, with the zone on hover.
 */
export function Time({ at, seconds, from }: TimeProps) {
  const local = useScript()
  const style = { dateStyle: 'medium', timeStyle: seconds ? 'medium' : 'short' } as const
  const utc = `${at.toLocaleString('en-US', { ...style, timeZone: 'UTC' })} UTC`

  return (
    <time
      dateTime={at.toISOString()}
      title={local ? at.toLocaleString(undefined, { dateStyle: 'full', timeStyle: 'long' }) : utc}
      className="whitespace-nowrap"
    >
      {from && <Relative at={at} from={from} />}
      {!from && (local ? at.toLocaleString(undefined, style) : utc)}
    </time>
  )
}

/** Counts from the server's clock, since the browser's own may be wrong. */
function Relative({ at, from }: { at: Date; from: Date }) {
  const [words, setWords] = useState(() => relativeTime(at, from))

  useEffect(() => {
    const start = performance.now()
    const count = () => {
      const now = new Date(from.getTime() + performance.now() - start)
      setWords(from < at && at <= now ? 'now' : relativeTime(at, now))
    }
    count()
    const timer = setInterval(count, 1000)
    return () => clearInterval(timer)
  }, [at, from])

  return words
}
