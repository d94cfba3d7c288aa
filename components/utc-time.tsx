export { Time as UtcTime } from '@/components/time'

/** The same as text, for a title. */
export function utcMinute(at: Date): string {
  return `${toTheMinute.format(at)} UTC`
}

const toTheMinute = new Intl.DateTimeFormat('en-US', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
})
