import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { refuse } from '@/lib/result'
import { storedId } from '@/lib/secrets/secret-id'
import { findSession, hasFreshProof } from '@/lib/session/sessions'
import type { SignInContext } from '@/lib/session/visitor'
import { startWithPasskey } from '@/lib/sign-in/start-with-passkey'
import { startDiscoverableSignIn } from '@/lib/sign-in-methods/passkeys/start-discoverable-sign-in'
import type { Employee } from '@/prisma/client/client'
import { makeEmployee, makeFirm } from '../../factories'
import { finishOwn } from '../../pending'
import { addPasskeyOf, makeTech, must, visitor } from './people'
import { SoftwarePasskey } from './software-passkey'

type Behaviour = Parameters<SoftwarePasskey['use']>[1]

async function tryAlone(passkey: SoftwarePasskey, behaviour?: Behaviour, context: SignInContext = visitor()) {
  const options = must(await startDiscoverableSignIn(context))
  return startWithPasskey(passkey.use(options, behaviour), context, '/account/security')
}

const pendingsOf = (employeeId: string) => db.pendingSignIn.count({ where: { employeeId } })

test('a passkey that verifies its user is the whole sign-in, and both proofs are fresh', async () => {
  const tech = await makeTech()
  const { passkey } = await addPasskeyOf(tech)
  const { pendingId, proof } = must(await tryAlone(passkey))
  const { sessionSecret, returnTo } = must(await finishOwn(pendingId, proof))

  expect(returnTo).toBe('/account/security')
  const session = await findSession(storedId(sessionSecret), false)
  expect(session).toMatchObject({ needsSecondFactor: false, actor: { employeeId: tech.id } })
  expect(session && hasFreshProof(session.actor)).toBe(true)
  expect(await db.auditEvent.count({ where: { actorId: tech.id, action: 'sign-in.started' } })).toBe(1)
})

test('the browser is asked for any passkey, but one that verifies', async () => {
  const options = must(await startDiscoverableSignIn(visitor()))
  expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required' })
  expect(options.allowCredentials).toBeUndefined()
})

test.each<[string, Behaviour]>([
  ['that has not verified its user', { isVerified: false }],
  ['with nobody present', { isPresent: false }],
  ['on a foreign origin', { origin: 'https://evil.example' }],
  ['for a foreign site', { rpId: 'evil.example' }],
  ['that does not say whose it is', { userHandle: null }],
  ["with somebody else's name", { userHandle: Buffer.alloc(16, 1).toString('base64url') }],
])('a passkey %s opens nothing', async (_, behaviour) => {
  const tech = await makeTech()
  const { passkey } = await addPasskeyOf(tech)
  expect(await tryAlone(passkey, behaviour)).toEqual(refuse('refused'))
  expect(await pendingsOf(tech.id)).toBe(0)
  expect(await db.auditEvent.count({ where: { actorId: tech.id, action: 'sign-in.passkey-refused' } })).toBe(
    1,
  )
})

test.each<[string, (tech: Employee) => Promise<unknown>]>([
  ['is disabled', ({ id }) => db.employee.update({ where: { id }, data: { active: false } })],
  [
    'has said "this was not me"',
    ({ id }) => db.credential.update({ where: { employeeId: id }, data: { blockedAt: new Date() } }),
  ],
  [
    'has lost the second step',
    ({ id }) => db.employee.update({ where: { id }, data: { factorResetAt: new Date() } }),
  ],
  [
    'works for a firm that wants the password',
    ({ firmId: id }) => db.firm.update({ where: { id }, data: { allowsPasskeyAlone: false } }),
  ],
  ['has deleted it', ({ id }) => db.passkey.deleteMany({ where: { employeeId: id } })],
  [
    'has a copy of it somewhere',
    ({ id }) => db.passkey.updateMany({ where: { employeeId: id }, data: { clonedAt: new Date() } }),
  ],
])('a person who %s gets the answer that an unknown passkey gets', async (_, change) => {
  const tech = await makeTech()
  const { passkey } = await addPasskeyOf(tech)
  await change(tech)

  expect(await tryAlone(passkey)).toEqual(refuse('refused'))
  expect(await tryAlone(new SoftwarePasskey(), { userHandle: 'AAAA' })).toEqual(refuse('refused'))
  expect(await pendingsOf(tech.id)).toBe(0)
})

test('firms want the password unless they say otherwise', async () => {
  const { passkey } = await addPasskeyOf(await makeEmployee(await makeFirm()))
  expect(await tryAlone(passkey)).toEqual(refuse('refused'))
})

test('a challenge serves only the browser that asked for it', async () => {
  const { passkey } = await addPasskeyOf(await makeTech())
  const [mine, other] = [visitor(), visitor()]
  const answer = passkey.use(must(await startDiscoverableSignIn(mine)))
  expect(await startWithPasskey(answer, other)).toEqual(refuse('unasked'))
  expect(await startWithPasskey(answer, mine)).toMatchObject({ ok: true })
})

test('an expired challenge is asked again, by every browser', async () => {
  const { passkey } = await addPasskeyOf(await makeTech())
  for (const one of [passkey, new SoftwarePasskey()]) {
    const context = visitor()
    const options = must(await startDiscoverableSignIn(context))
    await db.passkeyChallenge.update({
      where: { challenge: options.challenge },
      data: { expiresAt: new Date(Date.now() - 60_000) },
    })
    expect(await startWithPasskey(one.use(options), context)).toEqual(refuse('unasked'))
  }
})

test('one answer, twenty times at once: one session', async () => {
  const tech = await makeTech()
  const { passkey } = await addPasskeyOf(tech, { counts: true })
  await db.session.deleteMany({ where: { employeeId: tech.id } })
  const context = visitor()
  const answer = passkey.use(must(await startDiscoverableSignIn(context)))
  const finished = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const started = await startWithPasskey(answer, context)
      return started.ok ? finishOwn(started.value.pendingId, started.value.proof) : started
    }),
  )
  expect(finished.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db.session.count({ where: { employeeId: tech.id } })).toBe(1)
  expect(await db.passkey.count({ where: { employeeId: tech.id, clonedAt: null } })).toBe(1)
})

test('a challenge of the second step is none of the sign-in page', async () => {
  const tech = await makeTech()
  const { passkey } = await addPasskeyOf(tech)
  const context = visitor()
  const options = must(await startDiscoverableSignIn(context))
  await db.$executeRaw`
    update passkey_challenge set purpose = 'second_step' where challenge = ${options.challenge}`
  expect(await startWithPasskey(passkey.use(options), context)).toEqual(refuse('unasked'))
})

test('after many wrong answers from one network the right one is refused too', async () => {
  const { passkey } = await addPasskeyOf(await makeTech())
  const context = visitor()
  for (let n = 0; n < 20; n += 1) await tryAlone(passkey, { isVerified: false }, context)
  expect(await tryAlone(passkey, {}, context)).toEqual(refuse('refused'))
  expect(await tryAlone(passkey)).toMatchObject({ ok: true })
})
