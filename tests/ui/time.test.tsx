import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { relativeTime, sayWhen } from '@/components/relative-time'
import { Time } from '@/components/time'

const now = new Date('2026-11-24T10:42:00Z')
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000)

test('without script a time is in UTC and says so', () => {
  const html = renderToStaticMarkup(<Time at={now} />)
  expect(html).toContain('dateTime="2026-11-24T10:42:00.000Z"')
  expect(html).toContain('>Nov 24, 2026, 10:42 AM UTC<')
})

test('a relative time has its UTC time on hover', () => {
  const html = renderToStaticMarkup(<Time at={inSeconds(90)} from={now} />)
  expect(html).toContain('title="Nov 24, 2026, 10:43 AM UTC"')
  expect(html).toContain('>in 2 minutes<')
})

test.each([
  [0.2, 'in 1 second'],
  [25, 'in 25 seconds'],
  [60, 'in 1 minute'],
  [61, 'in 2 minutes'],
  [3601, 'in 2 hours'],
  [86_401, 'in 2 days'],
])('a time %s seconds ahead is rounded up to "%s"', (seconds, words) => {
  expect(relativeTime(inSeconds(seconds), now)).toBe(words)
})

test.each([
  [0, 'just now'],
  [-59, 'just now'],
  [-119, '1 minute ago'],
  [-7199, '1 hour ago'],
  [-172_799, '1 day ago'],
  [-40 * 86_400, '1 month ago'],
  [-400 * 86_400, '1 year ago'],
])('a time %s seconds away is rounded down to "%s"', (seconds, words) => {
  expect(relativeTime(inSeconds(seconds), now)).toBe(words)
})

test('a sentence about a wait says how long it still is, rounded up', () => {
  const opensAt = new Date(Date.now() + 24_500)
  expect(sayWhen('Too many tries. Try again {when}.', opensAt)).toBe(
    'Too many tries. Try again in 25 seconds.',
  )
  expect(sayWhen('Too many tries. Try again {when}.')).toBe('Too many tries. Try again later.')
})
