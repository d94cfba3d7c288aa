import { expect, test } from 'vitest'
import type { Proof } from '@/lib/access/proof'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'
import { makeEmployee, makeFirm, makeSession } from '../factories'
import { finishOwn, makePending } from '../pending'

const texted = (): Proof => ({ kind: 'token', method: 'text', digest: crypto.randomUUID() })
const first = (isFirst: boolean) => ({ ok: true, value: { isFirst } })

test('the first sign-in with a second step is distinguished from later ones', async () => {
  const tech = await makeEmployee(await makeFirm({ requiresSecondFactor: true }))
  for (const isFirst of [true, false]) {
    const { pendingId } = await makePending(tech)
    expect(await finishOwn(pendingId, texted())).toMatchObject(first(isFirst))
  }
})

test('neither the password alone nor a fresh proof is a first sign-in', async () => {
  const tech = await makeEmployee(await makeFirm())
  const { pendingId } = await makePending(tech)
  expect(await finishOwn(pendingId, { kind: 'password' })).toMatchObject(first(false))

  const replacesSessionId = await makeSession(tech)
  const confirm = await makePending(tech, { purpose: 'step_up', replacesSessionId })
  expect(await finishSignIn(confirm, texted())).toMatchObject(first(false))
})
