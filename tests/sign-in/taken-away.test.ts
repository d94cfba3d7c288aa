import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { storedId } from '@/lib/secrets/secret-id'
import { findPendingSignIn } from '@/lib/session/pending-sign-ins'
import { startSignIn } from '@/lib/sign-in/start-sign-in'
import { removeAllMethods } from '@/lib/sign-in-methods/remove-all-methods'
import type { Employee } from '@/prisma/client/client'
import { makeEmployee, makeFirm, passphrase } from '../factories'
import { finishOwn } from '../pending'
import { addPasskeyOf, visitor } from '../sign-in-methods/passkeys/people'

const removeMethods = ({ id }: Employee) => db.$transaction((tx) => removeAllMethods(tx, id))

async function startByPassword({ email }: Employee) {
  const started = await startSignIn({ email, password: passphrase }, visitor(), () => {})
  if (!started.ok) throw new Error(started.reason)
  return started.value
}

test('a removed second step of the person’s own leaves the password useless', async () => {
  const tech = await makeEmployee(await makeFirm())
  await addPasskeyOf(tech)
  await removeMethods(tech)

  const { pendingSecret, needsSecondFactor } = await startByPassword(tech)
  expect(needsSecondFactor).toBe(true)
  const pendingId = storedId(pendingSecret)
  expect(await finishOwn(pendingId, { kind: 'password' })).toEqual({
    ok: false,
    reason: 'second-step-required',
  })
  expect(await findPendingSignIn(pendingId)).toMatchObject({ isReset: true })
})

test('a second step is still asked after the enrollment or the cancellation', async () => {
  const tech = await makeEmployee(await makeFirm())
  await addPasskeyOf(tech)
  await removeMethods(tech)
  await db.employee.update({ where: { id: tech.id }, data: { factorResetAt: null } })
  expect(await startByPassword(tech)).toMatchObject({ needsSecondFactor: true })
})

test('a firm that turns two-factor off does not sign in people with an open enrollment', async () => {
  const firm = await makeFirm({ requiresSecondFactor: true })
  const tech = await makeEmployee(firm)
  await removeMethods(tech)
  await db.firm.update({ where: { id: firm.id }, data: { requiresSecondFactor: false } })

  const { pendingSecret, needsSecondFactor } = await startByPassword(tech)
  expect(needsSecondFactor).toBe(true)
  expect(await finishOwn(storedId(pendingSecret), { kind: 'password' })).toMatchObject({ ok: false })
})
