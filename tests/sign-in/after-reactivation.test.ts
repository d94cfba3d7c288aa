import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { editEmployee } from '@/lib/employees/edit-employee'
import { storedId } from '@/lib/secrets/secret-id'
import { startSignIn } from '@/lib/sign-in/start-sign-in'
import { actorFor, digitsOf, makeEmployee, makeFirm, passphrase } from '../factories'
import { visitor } from '../passwords/people'
import { finishOwn } from '../pending'

const token = () => ({ kind: 'token', method: 'text', digest: crypto.randomUUID() }) as const

async function firmWithTech() {
  const firm = await makeFirm({ requiresSecondFactor: true })
  const tech = await makeEmployee(firm, { numberProvenAt: new Date() })
  const setActive = async (active: boolean) => {
    const { id, version, name, mobileNumber } = await db.employee.findUniqueOrThrow({
      where: { id: tech.id },
    })
    const fields = { name, role: 'tech', mobileNumber: digitsOf(mobileNumber ?? ''), active } as const
    return editEmployee(actorFor(firm.admin), {
      employeeId: id,
      version,
      allowSharedNumber: false,
      ...fields,
    })
  }
  const signIn = async () => {
    const started = await startSignIn({ email: tech.email, password: passphrase }, visitor, () => {})
    return started.ok ? finishOwn(storedId(started.value.pendingSecret), token()) : started
  }
  return { tech, setActive, signIn }
}

test('a person who is reactivated signs in with the old password and number', async () => {
  const { setActive, signIn } = await firmWithTech()
  await setActive(false)
  expect(await signIn()).toEqual({ ok: false, reason: 'wrong' })
  await setActive(true)
  expect(await signIn()).toMatchObject({ ok: true })
})

test('a sign-in from before the deactivation stays ended after the reactivation', async () => {
  const { tech, setActive } = await firmWithTech()
  const started = await startSignIn({ email: tech.email, password: passphrase }, visitor, () => {})
  if (!started.ok) throw new Error(started.reason)
  await setActive(false)
  await setActive(true)
  const finished = await finishOwn(storedId(started.value.pendingSecret), token())
  expect(finished).toEqual({ ok: false, reason: 'ended' })
})
