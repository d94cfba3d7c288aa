type UtcTimeProps = { at: Date; seconds?: boolean }

/** "24 Nov 2026, 10:42 UTC": the same for everyone who looks, in whatever zone they sit. */
export function UtcTime({ at, seconds }: UtcTimeProps) {
  return (
    <time dateTime={at.toISOString()} className="whitespace-nowrap">
      {(seconds ? toTheSecond : toTheMinute).format(at)} UTC
    </time>
  )
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
