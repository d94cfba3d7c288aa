type UtcTimeProps = { at: Date; seconds?: boolean }

/** "24 Nov 2026, 10:42 UTC": the same for everyone who looks, in whatever zone they sit. */
export function UtcTime({ at, seconds }: UtcTimeProps) {
  return (
    <time dateTime={at.toISOString()} className="whitespace-nowrap">
      {seconds ? `${toTheSecond.format(at)} UTC` : utcMinute(at)}
    </time>
  )
}

/** The same as text, for a title. */
export function utcMinute(at: Date): string {
  return `${toTheMinute.format(at)} UTC`
}

const toTheMinute = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
})

const toTheSecond = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'UTC',
})
