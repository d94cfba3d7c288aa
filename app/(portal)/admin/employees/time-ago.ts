const units = [
  ['year', 365 * 24 * 3600],
  ['month', 30 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
] as const

const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

/** "2 minutes ago", "yesterday". */
export function timeAgo(at: Date, now: Date): string {
  const seconds = (now.getTime() - at.getTime()) / 1000
  const found = units.find(([, length]) => seconds >= length)
  return found ? words.format(-Math.floor(seconds / found[1]), found[0]) : 'just now'
}
