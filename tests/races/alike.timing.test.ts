import { expect, test } from 'vitest'
import { hire } from '../e2e/people'
import { makeFirm } from '../factories'
import { FormBrowser } from '../form-browser'

// What the neighbours on the machine do is measured along, so this is no test for every push.
test('an unknown address takes as long as a wrong password', async () => {
  const { email } = await hire(await makeFirm())
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
  for (let round = 0; round < 30; round += 1) {
    for (const whom of round % 2 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const))
      times[whom].push(await timeOf(whom === 'known' ? email : `${crypto.randomUUID()}@nowhere.example`))
  }
  const ratio = median(times.known) / median(times.unknown)
  expect(ratio).toBeGreaterThan(0.6)
  expect(ratio).toBeLessThan(1.7)
})

/** Milliseconds of one refused sign-in, seen from an address where no others count. */
async function timeOf(email: string): Promise<number> {
  const part = () => Math.floor(Math.random() * 65_536).toString(16)
  const browser = new FormBrowser({ address: `2001:db8:${part()}:${part()}::1` })
  const page = await browser.get('/sign-in')
  const before = performance.now()
  await browser.press(page, 'Sign In', { email, password: 'not the right password' })
  return performance.now() - before
}

function median(numbers: number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0
}
