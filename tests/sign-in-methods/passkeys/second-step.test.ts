import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { refuse } from '@/lib/result'
import { findPendingSignIn } from '@/lib/session/pending-sign-ins'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'
import { checkPasskey } from '@/lib/sign-in-methods/passkeys/check-passkey'
import { startOwnPasskey } from '@/lib/sign-in-methods/passkeys/start-own-passkey'
import { notificationKindsFor } from '../../notifications/notifications'
import { makePending } from '../../pending'
import { addPasskeyOf, askOwn, makeTech, must } from './people'
import { SoftwarePasskey } from './software-passkey'

const sessionsOf = (employeeId: string) =>
  db.session.count({ where: { employeeId, secondFactor: 'passkey' } })

test('a passkey is the second step, and its use is kept', async () => {
  const tech = await makeTech()
  const { passkey, passkeyId } = await addPasskeyOf(tech, { counts: true })
  const pending = await makePending(tech)
  const proof = must(await checkPasskey(pending, passkey.use(await askOwn(pending))))
  expect(await finishSignIn(pending, proof)).toMatchObject({ ok: true })

  const used = await db.passkey.findUniqueOrThrow({ where: { id: passkeyId } })
  expect(used.counter).toBe(2n)
  expect(used.lastUsedAt).not.toBeNull()
  expect(await sessionsOf(tech.id)).toBe(1)
})

test('after the password a passkey needs presence, not user verification', async () => {
  const tech = await makeTech()
  const { passkey } = await addPasskeyOf(tech)
  const pending = await makePending(tech)
  const unverified = passkey.use(await askOwn(pending), { isVerified: false })
  expect(await checkPasskey(pending, unverified)).toMatchObject({
    ok: true,
    value: { isUserVerified: false },
  })
})

test.each([
  ['with nobody present', { isPresent: false }],
  ['on a foreign origin', { origin: 'http://localhost:3001' }],
  ['for a foreign site', { rpId: 'evil.example' }],
  ['in the name of somebody else', { userHandle: Buffer.alloc(16, 3).toString('base64url') }],
  ['as a synced one, which it was not', { isSynced: true }],
])('a passkey used %s is refused, takes a try, and is written down', async (_, behaviour) => {
  const tech = await makeTech()
  const { passkey } = await addPasskeyOf(tech)
  const pending = await makePending(tech)
  const options = await askOwn(pending)

  expect(await checkPasskey(pending, passkey.use(options, behaviour))).toEqual(refuse('wrong'))
  expect((await findPendingSignIn(pending.pendingId))?.triesLeft).toBe(4)
  const [refusal] = await db.auditEvent.findMany({
    where: { actorId: tech.id, action: 'sign-in.passkey-refused' },
  })
  expect(refusal?.details).toMatchObject({ refusal: 'wrong' })
  // The challenge was used up by the wrong answer.
  expect(await checkPasskey(pending, passkey.use(options))).toEqual(refuse('unasked'))
})

test('a signature by another key is refused', async () => {
  const tech = await makeTech()
  const { passkey } = await addPasskeyOf(tech, { counts: true })
  const pending = await makePending(tech)
  const options = await askOwn(pending)
  const { response } = new SoftwarePasskey().use(options, { counter: 0, userHandle: null })
  const forged = { ...passkey.use(options), response }

  expect(await checkPasskey(pending, forged)).toEqual(refuse('wrong'))
  // An answer that anybody could make up does not switch the passkey off, whatever it says of the counter.
  expect(await db.passkey.count({ where: { employeeId: tech.id, clonedAt: null } })).toBe(1)
})

test('five wrong answers end the tries of this sign-in, with one notification', async () => {
  const tech = await makeTech()
  const { passkey } = await addPasskeyOf(tech)
  const { pendingId } = await makePending(tech)
  const current = async () => {
    const pending = await findPendingSignIn(pendingId)
    if (!pending) throw new Error('The sign-in is gone')
    return pending
  }
  for (let n = 0; n < 5; n += 1) {
    const wrong = passkey.use(await askOwn(await current()), { isPresent: false })
    expect(await checkPasskey(await current(), wrong)).toEqual(refuse('wrong'))
  }
  const right = passkey.use(await askOwn(await current()))
  expect(await checkPasskey(await current(), right)).toEqual(refuse('no-tries-left'))
  expect((await notificationKindsFor(tech.id)).filter((kind) => kind === 'second-step-failed')).toHaveLength(
    1,
  )
})

test('a proof serves only the sign-in it was given in', async () => {
  const tech = await makeTech()
  const { passkey } = await addPasskeyOf(tech)
  const [pending, elsewhere] = [await makePending(tech), await makePending(await makeTech())]
  const proof = must(await checkPasskey(pending, passkey.use(await askOwn(pending))))
  expect(await finishSignIn(elsewhere, proof)).toEqual(refuse('passkey-refused'))
})

test("another person's passkey and a deleted one are unknown", async () => {
  const tech = await makeTech()
  const own = await addPasskeyOf(tech)
  const { passkey: foreign } = await addPasskeyOf(await makeTech())
  await addPasskeyOf(tech, {}, 'Phone')
  const pending = await makePending(tech)

  expect(await checkPasskey(pending, foreign.use(await askOwn(pending)))).toEqual(refuse('unknown'))
  await db.passkey.delete({ where: { id: own.passkeyId } })
  expect(await checkPasskey(pending, own.passkey.use(await askOwn(pending)))).toEqual(refuse('unknown'))
})

test('a passkey removed between the answer and the end of the sign-in opens nothing', async () => {
  const tech = await makeTech()
  const { passkey, passkeyId } = await addPasskeyOf(tech)
  const pending = await makePending(tech)
  const proof = must(await checkPasskey(pending, passkey.use(await askOwn(pending))))
  await db.passkey.delete({ where: { id: passkeyId } })
  expect(await finishSignIn(pending, proof)).toEqual(refuse('passkey-refused'))
})

test('an expired challenge is refused', async () => {
  const tech = await makeTech()
  const { passkey } = await addPasskeyOf(tech)
  const pending = await makePending(tech)
  const answer = passkey.use(await askOwn(pending))
  const proof = must(await checkPasskey(pending, answer))
  await db.passkeyChallenge.updateMany({
    where: { askedBy: pending.pendingId },
    data: { expiresAt: new Date(Date.now() - 60_000) },
  })
  expect(await checkPasskey(pending, answer)).toEqual(refuse('unasked'))
  expect(await finishSignIn(pending, proof)).toEqual(refuse('passkey-refused'))
})

test('one challenge, twenty answers at once: one session', async () => {
  const tech = await makeTech()
  const { passkey } = await addPasskeyOf(tech, { counts: true })
  const pending = await makePending(tech)
  const answer = passkey.use(await askOwn(pending))
  const finished = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const checked = await checkPasskey(pending, answer)
      return checked.ok ? finishSignIn(pending, checked.value) : checked
    }),
  )
  expect(finished.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await sessionsOf(tech.id)).toBe(1)
  // The same answer twice is a double click, not a copy.
  expect(await db.passkey.count({ where: { employeeId: tech.id, clonedAt: null } })).toBe(1)
})

test('where there is no passkey that counts, none is asked for', async () => {
  expect(await startOwnPasskey(await makePending(await makeTech()))).toEqual(refuse('none'))
})
