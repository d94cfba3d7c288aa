import { expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { findSession } from '@/lib/session/sessions'
import { abandonSignIn } from '@/lib/sign-in/abandon-sign-in'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'
import { startSignIn } from '@/lib/sign-in/start-sign-in'
import { checkEnrollmentToken, checkToken } from '@/lib/sign-in-methods/tokens/check-token'
import { sendToken } from '@/lib/sign-in-methods/tokens/send-token'
import type { Employee } from '@/prisma/client/client'
import { simulatedAuthy } from '../../authy'
import { makeEmployee, makeFirm, makeSession, passphrase } from '../../factories'
import { visitor } from '../../passwords/people'
import { makePending } from '../../pending'
import { rounds } from '../../races/rounds'
import { makeRegistered } from '../../registered'
import { makeCodes } from '../recovery-codes/sets'
import { makeApp, tokenOf } from '../totp/apps'
import { type, typedMethods, wordsOf } from './typed-methods'

const authy = simulatedAuthy()
const methods = typedMethods(authy)

/** What somebody with the password may try, to get more guesses. */
const attempts: Record<string, (person: Employee & { mobileNumber: string }) => Promise<unknown>> = {
  'another browser': (person) => makePending(person),
  'a new text': async (person) => sendToken(await makePending(person), crypto.randomUUID()),
  'starting again': async (person) => abandonSignIn(await makePending(person)),
  'a wrong password': ({ email }) => startSignIn({ email, password: 'wrong' }, visitor, () => {}),
  'the right password again': ({ email }) => startSignIn({ email, password: passphrase }, visitor, () => {}),
  'a try at setting up a phone': async (person) => checkEnrollmentToken(await makePending(person), '0000000'),
  'a wrong recovery code': async (person) => checkToken(await makePending(person), '3abcd-efghj-kmn01'),
  'a proof that fails': async (person) =>
    finishSignIn(await makePending(person), { kind: 'push', typedCodeHash: null }),
  'a proof of nothing': async (person) => finishSignIn(await makePending(person), { kind: 'password' }),
  'a restart of the portal': async () => vi.resetModules(),
}

test.each(Object.entries(attempts))('%s refills nothing', async (_, attempt) => {
  const person = await makeRegistered()
  const counted = { wrongTokensInRow: 57, tokensLockedUntil: new Date(Date.now() + 1_000_000) }
  await db.employee.update({ where: { id: person.id }, data: counted })
  await attempt(person)
  expect(await db.employee.findUnique({ where: { id: person.id } })).toMatchObject(counted)
  const { checkToken: checkNow } = await import('@/lib/sign-in-methods/tokens/check-token')
  const right = await authy.appToken(person.mobileNumber)
  expect(await checkNow(await makePending(person), right)).toMatchObject({ ok: false, reason: 'locked' })
})

test('new texts and sign-ins give the enrollment no more than twenty tries a day', async () => {
  const person = await makeRegistered()
  const guess = async () => {
    const checked = await checkEnrollmentToken(await makePending(person), '0000000')
    return checked.ok ? 'right' : checked.reason
  }
  for (let tries = 0; tries < 20; tries++) expect(await guess()).toBe('wrong')
  expect(await guess()).toBe('no-tries-left')
  const right = await authy.appToken(person.mobileNumber)
  expect(await checkEnrollmentToken(await makePending(person), right)).toEqual({
    ok: false,
    reason: 'no-tries-left',
  })
})

const perSignIn = rounds({ few: 4, full: 20 })

test('guesses at once over ten sign-ins stay in the budget', async () => {
  for (const method of ['ownApp', 'recoveryCode'] as const) {
    const { person, wrong } = await methods[method]()
    const words = wordsOf(method)
    const pendings = await Promise.all(Array.from({ length: 10 }, () => makePending(person)))
    const typed = await wrong()
    const guesses = Array.from({ length: perSignIn }, () =>
      pendings.map((pending) => type(pending, typed)),
    ).flat()
    const answers = await Promise.all(guesses)
    expect(answers.filter((answer) => answer === words.wrong)).toHaveLength(10)
    expect(answers.filter((answer) => [words.locked, 'no-tries-left'].includes(answer))).toHaveLength(
      10 * perSignIn - 10,
    )
  }
})

test('a sign-in by another method resets ninety-nine wrong tokens, not a hundred', async () => {
  const person = await makeEmployee(await makeFirm({ requiresSecondFactor: true }))
  const app = await makeApp(person)
  const codes = await makeCodes(person)
  const signInByCode = async (code = '') => {
    const pending = await makePending(person)
    const checked = await checkToken(pending, code)
    if (!checked.ok) throw new Error(checked.reason)
    expect(await finishSignIn(pending, checked.value)).toMatchObject({ ok: true })
  }
  const set = (wrongTokensInRow: number) =>
    db.employee.update({ where: { id: person.id }, data: { wrongTokensInRow } })

  await set(99)
  await signInByCode(codes[0])
  expect(await type(await makePending(person), await tokenOf(app))).toBe('right')
  await set(100)
  await signInByCode(codes[1])
  expect(await type(await makePending(person), await tokenOf(app))).toBe('disabled')
})

async function personWithSession() {
  const person = await makeEmployee(await makeFirm({ requiresSecondFactor: true }))
  return { person, sessionId: await makeSession(person) }
}

test('a stranger without the password locks nobody: no token is counted', async () => {
  const { person, sessionId } = await personWithSession()
  const own = { ...visitor, browserId: crypto.randomUUID() }
  await db.knownBrowser.create({ data: { employeeId: person.id, browserId: own.browserId } })
  for (let tries = 0; tries < 150; tries++) {
    const stranger = { ...visitor, address: `198.18.${tries}.1`, browserId: crypto.randomUUID() }
    const form = { email: person.email, password: `wrong ${tries}` }
    expect(await startSignIn(form, stranger, () => {})).toEqual({ ok: false, reason: 'wrong' })
  }
  const counts = { wrongTokensInRow: 0, wrongCodesInRow: 0, tokensLockedUntil: null, codesLockedUntil: null }
  expect(await db.employee.findUnique({ where: { id: person.id } })).toMatchObject(counts)
  expect(await findSession(sessionId, true)).not.toBeNull()
  const started = await startSignIn({ email: person.email, password: passphrase }, own, () => {})
  expect(started).toMatchObject({ ok: true })
})

test('a person who knows the password can close tokens, not sessions or other methods', async () => {
  const { person } = await personWithSession()
  const [code = ''] = await makeCodes(person)
  const sessionId = await makeSession(person)
  await db.employee.update({ where: { id: person.id }, data: { wrongTokensInRow: 100 } })
  expect(await findSession(sessionId, true)).not.toBeNull()
  expect(await type(await makePending(person), code)).toBe('right')
})
