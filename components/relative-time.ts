const units = [
  ['year', 365 * 24 * 3600],
  ['month', 30 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const

const words = new Intl.RelativeTimeFormat('en')

/**
 * "in 25 seconds", "in 2 minutes", "3 hours ago", "just now". A time to come is rounded up: a wait of "2 minutes" is over after
 * 2 minutes.
 */
export function relativeTime(at: Date, now: Date): string {
  const seconds = (at.getTime() - now.getTime()) / 1000
  if (seconds > -60 && seconds <= 0) return 'just now'
  const [round, sign] = seconds > 0 ? ([Math.ceil, 1] as const) : ([Math.floor, -1] as const)
  const down = round(Math.abs(seconds))
  const [unit, length] = units.find(([, least]) => down >= least) ?? (['second', 1] as const)
  return words.format(sign * round(down / length), unit)
}

/** Fills `{when}` in a sentence about something that is closed for a time. */
export function sayWhen(sentence: string, opensAt?: Date | null): string {
  return sentence.replace('{when}', opensAt ? relativeTime(opensAt, new Date()) : 'later')
}
