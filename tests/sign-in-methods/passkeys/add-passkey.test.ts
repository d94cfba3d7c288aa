import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { refuse } from '@/lib/result'
import { freshActorOfPending } from '@/lib/session/fresh-actor'
import { findPendingSignIn } from '@/lib/session/pending-sign-ins'
import { addPasskey } from '@/lib/sign-in-methods/passkeys/add-passkey'
import { checkPasskey } from '@/lib/sign-in-methods/passkeys/check-passkey'
import { maxPasskeys } from '@/lib/sign-in-methods/passkeys/rules'
import { startPasskeyRegistration } from '@/lib/sign-in-methods/passkeys/start-registration'
import { makeEmployee, makeFirm, makeSession } from '../../factories'
import { notificationsFor } from '../../notifications/notifications'
import { finishOwn, makePending } from '../../pending'
import { addPasskeyOf, askOwn, freshActorFor, makeTech, must } from './people'
import { SoftwarePasskey } from './software-passkey'

test('a passkey is stored with its public key and properties, and becomes a method', async () => {
  const tech = await makeTech()
  const { passkey, passkeyId } = await addPasskeyOf(tech, { counts: true, isSynced: true })

  expect(await db.passkey.findUniqueOrThrow({ where: { id: passkeyId } })).toMatchObject({
    employeeId: tech.id,
    name: 'Work laptop',
    credentialId: passkey.credentialId,
    counter: 1n,
    transports: ['internal'],
    isSynced: true,
    isBackedUp: true,
    clonedAt: null,
  })
  const person = await db.employee.findUniqueOrThrow({ where: { id: tech.id } })
  expect(person.enrolledAt).not.toBeNull()
  expect(await notificationsFor(tech.id)).toMatchObject([
    { kind: 'method-added', method: { kind: 'passkey', name: 'Work laptop' } },
  ])
  expect(await db.auditEvent.count({ where: { actorId: tech.id, action: 'method.added' } })).toBe(1)
})

test('a challenge has 256 random bits, five minutes, and its place', async () => {
  const tech = await makeTech()
  const freshActor = await freshActorFor(tech)
  const options = must(await startPasskeyRegistration(freshActor))

  expect(Buffer.from(options.challenge, 'base64url')).toHaveLength(32)
  expect(options.rp).toEqual({ name: 'Partner Portal', id: 'localhost' })
  expect(Buffer.from(options.user.id, 'base64url').toString('hex')).toBe(tech.id.replaceAll('-', ''))
  const [kept] = await db.$queryRaw<Array<{ seconds: number; askedBy: string }>>`
    select extract(epoch from expires_at - now())::int as seconds, asked_by as "askedBy" from passkey_challenge
    where challenge = ${options.challenge}`
  expect(kept?.askedBy).toBe(freshActor.boundTo)
  expect(kept?.seconds).toBeGreaterThan(295)
  expect(kept?.seconds).toBeLessThanOrEqual(300)
})

test('those the person has are named to the browser, so that none is made twice', async () => {
  const tech = await makeTech()
  const { passkey } = await addPasskeyOf(tech)
  const options = must(await startPasskeyRegistration(await freshActorFor(tech)))
  expect(options.excludeCredentials).toMatchObject([{ id: passkey.credentialId, transports: ['internal'] }])
})

test.each([
  ['of a foreign origin', { origin: 'https://portal.example.evil' }],
  ['for a foreign site', { rpId: 'evil.example' }],
  ['with nobody present', { isPresent: false }],
])('a passkey made %s is refused, and its challenge is gone', async (_, behaviour) => {
  const freshActor = await freshActorFor(await makeTech())
  const options = must(await startPasskeyRegistration(freshActor))
  const passkey = new SoftwarePasskey()

  expect(await addPasskey(freshActor, 'Phone', passkey.make(options, behaviour))).toEqual(refuse('wrong'))
  expect(await addPasskey(freshActor, 'Phone', passkey.make(options))).toEqual(refuse('unasked'))
  expect(await db.passkey.count({ where: { employeeId: freshActor.employeeId } })).toBe(0)
})

test('a challenge serves the session that asked, and nobody else', async () => {
  const tech = await makeTech()
  const [freshActor, elsewhere] = [await freshActorFor(tech), await freshActorFor(tech)]
  const colleague = await freshActorFor(await makeEmployee({ id: tech.firmId }))
  const options = must(await startPasskeyRegistration(freshActor))

  for (const other of [elsewhere, colleague, { ...colleague, boundTo: freshActor.boundTo }]) {
    expect(await addPasskey(other, 'Phone', new SoftwarePasskey().make(options))).toEqual(refuse('unasked'))
  }
  expect(await addPasskey(freshActor, 'Phone', new SoftwarePasskey().make(options))).toMatchObject({
    ok: true,
  })
})

test('an expired and a made-up challenge add nothing', async () => {
  const freshActor = await freshActorFor(await makeTech())
  const options = must(await startPasskeyRegistration(freshActor))
  await db.$executeRaw`
    update passkey_challenge set expires_at = now() - interval '1 second' where challenge = ${options.challenge}`

  expect(await addPasskey(freshActor, 'Phone', new SoftwarePasskey().make(options))).toEqual(
    refuse('unasked'),
  )
  const madeUp = { ...options, challenge: Buffer.alloc(32, 7).toString('base64url') }
  expect(await addPasskey(freshActor, 'Phone', new SoftwarePasskey().make(madeUp))).toEqual(refuse('unasked'))
})

test('two answers to one challenge add one passkey', async () => {
  const freshActor = await freshActorFor(await makeTech())
  const options = must(await startPasskeyRegistration(freshActor))
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      addPasskey(freshActor, `Key ${n}`, new SoftwarePasskey().make(options)),
    ),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
})

test('a passkey that is registered already is not added again, also by another person', async () => {
  const { passkey } = await addPasskeyOf(await makeTech())
  const freshActor = await freshActorFor(await makeTech())
  const options = must(await startPasskeyRegistration(freshActor))
  expect(await addPasskey(freshActor, 'Mine', passkey.make(options))).toEqual(refuse('known'))
})

test('a person can have at most ten, also when the last is added twice at once', async () => {
  const tech = await makeTech()
  for (let n = 2; n < maxPasskeys; n += 1) {
    await db.passkey.create({
      data: {
        employeeId: tech.id,
        name: `Key ${n}`,
        credentialId: crypto.randomUUID(),
        publicKey: Buffer.from([1]),
        isSynced: false,
        isBackedUp: false,
      },
    })
  }
  const freshActor = await freshActorFor(tech)
  const asked = await Promise.all([1, 2, 3].map(() => startPasskeyRegistration(freshActor)))
  const answers = await Promise.all(
    asked.map((options, n) => addPasskey(freshActor, `Last ${n}`, new SoftwarePasskey().make(must(options)))),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(2)
  expect(answers).toContainEqual(refuse('too-many'))
  expect(await startPasskeyRegistration(freshActor)).toEqual(refuse('too-many'))
})

test('other sessions end, and the one that added it stays', async () => {
  const tech = await makeEmployee(await makeFirm())
  const other = await makeSession(tech)
  await addPasskeyOf(tech)
  expect(await db.session.findUnique({ where: { id: other } })).toBeNull()
  expect(await db.session.count({ where: { employeeId: tech.id } })).toBe(1)
})

test('a person below the minimum adds a passkey in the sign-in, and signs in with it', async () => {
  const tech = await makeTech()
  await db.firm.update({ where: { id: tech.firmId }, data: { minimumTech: 'passkey' } })
  const { pendingId } = await makePending(tech)
  const token = { kind: 'token', method: 'text', digest: crypto.randomUUID() } as const
  expect(await finishOwn(pendingId, token)).toEqual(refuse('stronger-needed'))

  const pending = await findPendingSignIn(pendingId)
  if (!pending) throw new Error('The sign-in is gone')
  const freshActor = must(freshActorOfPending(pending))
  const passkey = new SoftwarePasskey()
  must(await addPasskey(freshActor, 'Phone', passkey.make(must(await startPasskeyRegistration(freshActor)))))
  const proof = must(await checkPasskey(pending, passkey.use(await askOwn(pending))))
  expect(await finishOwn(pendingId, proof)).toMatchObject({ ok: true })
})
