import { beforeEach, describe, expect, test } from 'vitest'
import { admit, type BreakerState, closedBreaker, createBreaker, settle } from '@/lib/providers/breaker'
import type { VendorAnswer, VendorFailure } from '@/lib/providers/second-factor'

const rules = { failures: 3, windowMs: 10_000, pauseMs: 5000, silenceMs: 2000 }

/** A call that is admitted at one moment and answered at another. */
function answered(state: BreakerState, failure: VendorFailure | null, at: number, now = at): BreakerState {
  const admitted = admit(state, rules, at)
  if (!admitted.ticket) throw new Error('not admitted')
  return settle(admitted.state, rules, { ticket: admitted.ticket, failure, now })
}

function opened(at = 0): BreakerState {
  return [0, 1, 2].reduce((state) => answered(state, 'provider-down', at), closedBreaker)
}

describe('a closed breaker', () => {
  test('opens at the third failure in a row', () => {
    const second = answered(answered(closedBreaker, 'provider-down', 0), 'provider-down', 1)
    expect(second.kind).toBe('closed')
    expect(answered(second, 'provider-down', 2)).toMatchObject({ kind: 'open', since: 2 })
  })

  test.each([null, 'invalid', 'throttled', 'gone', 'reused', 'not-registered'] as const)(
    'starts to count anew when the vendor answers (%s)',
    (failure) => {
      const second = answered(answered(closedBreaker, 'provider-down', 0), 'provider-down', 1)
      const interrupted = answered(second, failure, 2)
      expect(answered(answered(interrupted, 'provider-down', 3), 'provider-down', 4).kind).toBe('closed')
    },
  )

  test('forgets failures that are older than the window', () => {
    const second = answered(answered(closedBreaker, 'provider-down', 0), 'provider-down', 9000)
    const third = answered(second, 'provider-down', 10_000)
    expect(third.kind).toBe('closed')
    expect(answered(third, 'provider-down', 10_001).kind).toBe('open')
  })

  test('counts an unclear answer only after a long wait', () => {
    const quick = [0, 1, 2, 3].reduce((state, at) => answered(state, 'unclear', at, at + 1999), closedBreaker)
    expect(quick.kind).toBe('closed')
    const slow = [0, 1, 2].reduce((state, at) => answered(state, 'unclear', at, at + 2000), closedBreaker)
    expect(slow.kind).toBe('open')
  })

  test('an odd answer neither counts nor makes the count start anew', () => {
    const second = answered(answered(closedBreaker, 'provider-down', 0), 'provider-down', 1)
    expect(answered(answered(second, 'unclear', 2), 'provider-down', 3).kind).toBe('open')
  })
})

describe('an open breaker', () => {
  test('blocks every call during the pause, then allows one probe', () => {
    const state = opened()
    expect(admit(state, rules, 4999).ticket).toBeNull()
    const probing = admit(state, rules, 5000)
    expect(probing.ticket).not.toBeNull()
    expect(admit(probing.state, rules, 5001).ticket).toBeNull()
  })

  test.each([null, 'invalid', 'throttled'] as const)('closes when the probe is answered (%s)', (failure) => {
    const closed = answered(opened(), failure, 5000, 5100)
    expect(closed).toMatchObject({ kind: 'closed', failedAt: [] })
  })

  test.each(['provider-down', 'unclear'] as const)('pauses again after a probe that ends %s', (failure) => {
    const state = answered(opened(), failure, 5000, 5100)
    expect(state).toMatchObject({ kind: 'open', since: 5100 })
    expect(admit(state, rules, 10_099).ticket).toBeNull()
    expect(admit(state, rules, 10_100).ticket).not.toBeNull()
  })

  test('sends another probe when the first never returns, and then ignores the first', () => {
    const first = admit(opened(), rules, 5000)
    const second = admit(first.state, rules, 10_000)
    if (!first.ticket || !second.ticket) throw new Error('not admitted')
    const late = settle(second.state, rules, { ticket: first.ticket, failure: null, now: 10_001 })
    expect(late).toEqual(second.state)
    const closed = settle(late, rules, { ticket: second.ticket, failure: null, now: 10_002 })
    expect(closed.kind).toBe('closed')
  })

  test('is not changed by answers to calls from before it opened', () => {
    const early = admit(closedBreaker, rules, 0)
    if (!early.ticket) throw new Error('not admitted')
    const state = opened()
    for (const failure of [null, 'provider-down'] as const) {
      expect(settle(state, rules, { ticket: early.ticket, failure, now: 10 })).toEqual(state)
    }
    const closedAgain = answered(state, null, 5000)
    expect(settle(closedAgain, rules, { ticket: early.ticket, failure: 'provider-down', now: 5001 })).toEqual(
      closedAgain,
    )
  })
})

describe('a guarded method', () => {
  let time = 0
  let asked: string[] = []
  let changes: boolean[] = []
  let answer: VendorAnswer<string>
  const down = { ok: false, failure: 'provider-down' } as const
  const yes = { ok: true, value: 'sent' } as const

  beforeEach(() => {
    time = 0
    asked = []
    changes = []
    answer = down
  })

  function breaker() {
    const report = ({ isOpen }: { isOpen: boolean }) => changes.push(isOpen)
    const one = createBreaker({ name: 'verify texts', rules, report, now: () => time })
    const send = one.guard(async (number: string): Promise<VendorAnswer<string>> => {
      asked.push(number)
      return answer
    })
    return { ...one, send }
  }

  test('passes on its arguments and the answer', async () => {
    answer = yes
    expect(await breaker().send('+12025550100')).toEqual(yes)
    expect(asked).toEqual(['+12025550100'])
  })

  test('does not ask while the vendor is away, and says so', async () => {
    const one = breaker()
    for (const number of ['1', '2', '3', '4', '5']) expect(await one.send(number)).toEqual(down)
    expect(asked).toEqual(['1', '2', '3'])
    expect(one.isDown()).toBe(true)
    expect(changes).toEqual([true])
  })

  test('asks again after the pause, one call at a time, and reports the recovery', async () => {
    const one = breaker()
    for (const number of ['1', '2', '3']) await one.send(number)
    time = 5000
    expect(one.isDown()).toBe(false)
    answer = yes
    const [probe, other] = await Promise.all([one.send('probe'), one.send('other')])
    expect([probe, other]).toEqual([yes, down])
    expect(await one.send('next')).toEqual(yes)
    expect(asked).toEqual(['1', '2', '3', 'probe', 'next'])
    expect(changes).toEqual([true, false])
  })

  test('counts for all methods that it guards together, and for no other breaker', async () => {
    const one = breaker()
    const check = one.guard(async (): Promise<VendorAnswer> => down)
    await one.send('1')
    await check()
    await one.send('2')
    expect(await check()).toEqual(down)
    expect(one.isDown()).toBe(true)
    expect(breaker().isDown()).toBe(false)
  })

  test('takes a method that throws for a vendor that is away, and throws on', async () => {
    const one = breaker()
    const broken = one.guard((): Promise<VendorAnswer> => Promise.reject(new Error('broken')))
    for (let calls = 0; calls < 3; calls++) await expect(broken()).rejects.toThrow('broken')
    expect(one.isDown()).toBe(true)
  })
})
