import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'
import { lockSeconds } from '@/lib/sign-in-methods/lockout-rules'
import { createPush } from '@/lib/sign-in-methods/push/create-push'
import { tryTypedCode } from '@/lib/sign-in-methods/push/try-typed-code'
import { simulatedAuthy } from '../../authy'
import { makeFirm } from '../../factories'
import { notificationKindsFor } from '../../notifications/notifications'
import { makePending } from '../../pending'
import { makeRegistered } from '../../registered'
import { oneMore, passWait, type, typedMethods, waitOf, wordsOf } from './typed-methods'

const authy = simulatedAuthy()
const methods = typedMethods(authy)

/** The tries that are made; those between them are only counted. */
const triesInRow = [1, 2, 9, 10, 11, 17, 99, 100]

test.each(Object.entries(methods))(
  'wrong ones by %s: waits from the tenth, closed at a hundred',
  async (method, make) => {
    const { person, begin, wrong, right } = await make()
    const words = wordsOf(method)
    const inRow = words.lock === 'codes' ? 'wrongCodesInRow' : 'wrongTokensInRow'
    let pending = await begin()
    for (const [place, tries] of triesInRow.entries()) {
      if (place % 4 === 0) pending = await begin()
      if (triesInRow[place - 1] !== tries - 1)
        await db.employee.update({ where: { id: person.id }, data: { [inRow]: tries - 1 } })
      expect(await type(pending, await wrong())).toBe(words.wrong)
      const [seconds, wait] = [lockSeconds(tries), await waitOf(person, words.lock)]
      expect(wait).toBeLessThanOrEqual(seconds)
      // Some seconds may have passed since the wait began.
      expect(wait).toBeGreaterThanOrEqual(Math.max(0, seconds - 10))
      if (tries >= 10)
        expect(await type(pending, await right())).toBe(tries < 100 ? words.locked : words.disabled)
      await passWait(person)
    }
    pending = await begin()
    expect(await type(pending, await wrong())).toBe(words.disabled)
    expect(await type(pending, await right())).toBe(words.disabled)

    const notified = (await notificationKindsFor(person.id)).filter((kind) => /^(tokens|codes)-/.test(kind))
    expect(notified).toEqual(
      method === 'recoveryCode' ? ['codes-locked', 'codes-locked'] : ['tokens-locked', 'tokens-disabled'],
    )
  },
)

test.each(Object.entries(methods))(
  'by %s the right one is right while nothing is locked',
  async (_, make) => {
    const { begin, right } = await make()
    expect(await type(await begin(), await right())).toBe('right')
  },
)

test('a code typed after an approval has three tries, and approvals are limited', async () => {
  const firm = await makeFirm({ requiresSecondFactor: true, pushMode: 'typed' })
  const person = await makeRegistered(firm)
  const answers: string[] = []
  for (let pushes = 0; pushes < 5; pushes++) {
    const pending = await makePending(person)
    const opened = await createPush(pending)
    if (!opened.ok) {
      answers.push(opened.reason)
      continue
    }
    const { pushId, typedCode } = opened.value
    await db.push.update({ where: { id: pushId }, data: { status: 'approved' } })
    const typed = [...Array(5).fill(oneMore(typedCode ?? '')), typedCode]
    for (const code of typed) {
      const tried = await tryTypedCode(pending.pendingId, code)
      const proof = tried.ok && ({ kind: 'push', typedCodeHash: tried.value } as const)
      const finished = proof ? await finishSignIn(pending, proof) : tried
      answers.push(finished.ok ? 'in' : finished.reason)
    }
  }
  const ofOnePush = [...Array(3).fill('not-approved'), ...Array(3).fill('no-tries-left')]
  expect(answers).toEqual([...Array(3).fill(ofOnePush).flat(), 'too-many-pushes', 'too-many-pushes'])
})

test('a token that the vendor did not answer is no wrong one and starts no wait', async () => {
  const person = await makeRegistered()
  await db.employee.update({ where: { id: person.id }, data: { wrongTokensInRow: 9 } })
  await authy.fault('verify', '500', person.mobileNumber)
  expect(await type(await makePending(person), '0000000')).toBe('provider-down')
  await authy.clearFaults()
  expect(await notificationKindsFor(person.id)).toEqual([])
  expect(await db.employee.findUnique({ where: { id: person.id } })).toMatchObject({
    wrongTokensInRow: 9,
    tokensLockedUntil: null,
  })
})
