import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { refuse } from '@/lib/result'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'
import { checkPasskey } from '@/lib/sign-in-methods/passkeys/check-passkey'
import { looksCopied } from '@/lib/sign-in-methods/passkeys/rules'
import { startOwnPasskey } from '@/lib/sign-in-methods/passkeys/start-own-passkey'
import { notificationsFor } from '../../notifications/notifications'
import { makePending } from '../../pending'
import { addPasskeyOf, askOwn, makeTech, must } from './people'

test.each([
  [0, 0, false],
  [0, 1, false],
  [5, 6, false],
  [5, 5, true],
  [5, 4, true],
  [5, 0, true],
])('after %i a counter that says %i looks copied: %s', (stored, said, isCopied) => {
  expect(looksCopied(stored, said)).toBe(isCopied)
})

test('a counter that went back disables the passkey, and the person is notified', async () => {
  const tech = await makeTech()
  const { passkey, passkeyId } = await addPasskeyOf(tech, { counts: true })
  await addPasskeyOf(tech, {}, 'Phone')
  const pending = await makePending(tech)
  const old = passkey.use(await askOwn(pending), { counter: 1 })

  expect(await checkPasskey(pending, old)).toEqual(refuse('copied'))
  const { clonedAt } = await db.passkey.findUniqueOrThrow({ where: { id: passkeyId } })
  expect(clonedAt).not.toBeNull()
  expect((await notificationsFor(tech.id)).at(-1)).toMatchObject({
    kind: 'passkey-copied',
    name: 'Work laptop',
  })
  expect(await db.auditEvent.count({ where: { actorId: tech.id, action: 'passkey.copied' } })).toBe(1)

  // Neither the copy nor the original works any more, or is asked for.
  const next = passkey.use(await askOwn(pending), { counter: 50 })
  expect(await checkPasskey(pending, next)).toEqual(refuse('copied'))
  const { allowCredentials } = await askOwn(pending)
  expect(allowCredentials?.map(({ id }) => id)).not.toContain(passkey.credentialId)
})

test('a copy that was used first is found out by the original', async () => {
  const tech = await makeTech()
  const { passkey } = await addPasskeyOf(tech, { counts: true })
  const ofCopy = await makePending(tech)
  const proof = must(await checkPasskey(ofCopy, passkey.use(await askOwn(ofCopy), { counter: 9 })))
  await finishSignIn(ofCopy, proof)

  const ofOriginal = await makePending(tech)
  expect(await checkPasskey(ofOriginal, passkey.use(await askOwn(ofOriginal)))).toEqual(refuse('copied'))
})

test('without the only passkey, there is none to ask for', async () => {
  const tech = await makeTech()
  const { passkey } = await addPasskeyOf(tech, { counts: true })
  const pending = await makePending(tech)
  await checkPasskey(pending, passkey.use(await askOwn(pending), { counter: 1 }))
  expect(await startOwnPasskey(pending)).toEqual(refuse('none'))
})

test('a passkey that does not count is used again and again', async () => {
  const tech = await makeTech()
  const { passkey } = await addPasskeyOf(tech)
  for (let n = 0; n < 3; n += 1) {
    const pending = await makePending(tech)
    const proof = must(await checkPasskey(pending, passkey.use(await askOwn(pending))))
    expect(await finishSignIn(pending, proof)).toMatchObject({ ok: true })
  }
})
