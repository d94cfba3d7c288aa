import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'
import { checkNumberToken, checkToken } from '@/lib/sign-in-methods/tokens/check-token'
import { sendToken } from '@/lib/sign-in-methods/tokens/send-token'
import { simulatedAuthy } from '../../authy'
import { makeEmployee } from '../../factories'
import { makePending } from '../../pending'
import { makeRegistered } from '../../registered'

const authy = simulatedAuthy()
const refused = (reason: string) => ({ ok: false, reason })
type Person = Awaited<ReturnType<typeof makeRegistered>>

async function texted(pending: PendingSignIn, { mobileNumber }: { mobileNumber: string }): Promise<string> {
  expect(await sendToken(pending, crypto.randomUUID())).toEqual({ ok: true, value: 'sent' })
  return (await authy.messages(mobileNumber))[0]?.code ?? ''
}

async function colleagueOnSamePhone({ firmId, mobileNumber, vendorUserId }: Person) {
  return makeEmployee({ id: firmId }, { mobileNumber, vendorUserId, vendorState: 'registered' })
}

const others: Record<string, (person: Person, token: string) => Promise<unknown>> = {
  'another sign-in': async (person, token) => checkToken(await makePending(person), token),
  'a step-up': async (person, token) => checkToken(await makePending(person, { purpose: 'step_up' }), token),
  'a number proof': async (person, token) =>
    checkNumberToken({ ...(await makePending(person)), purpose: 'prove_number' }, token),
  'a sign-in of another person on the same phone': async (person, token) =>
    checkToken(await makePending(await colleagueOnSamePhone(person)), token),
}

test.each(Object.entries(others))('a text by Authy for a sign-in is refused in %s', async (_, use) => {
  const person = await makeRegistered()
  const pending = await makePending(person)
  const token = await texted(pending, person)
  expect(await use(person, token)).toEqual(refused('text-elsewhere'))
  expect((await db.employee.findUniqueOrThrow({ where: { id: person.id } })).wrongTokensInRow).toBe(0)
  expect(await checkToken(pending, token)).toMatchObject({ value: { method: 'text' } })
})

test('a text for a step-up completes no sign-in', async () => {
  const person = await makeRegistered()
  const token = await texted(await makePending(person, { purpose: 'step_up' }), person)
  expect(await checkToken(await makePending(person), token)).toEqual(refused('text-elsewhere'))
})

test('one text has five tries, also through two sign-ins', async () => {
  const person = await makeRegistered()
  const pendings = [await makePending(person), await makePending(person)] as const
  await texted(pendings[0], person)
  await db.$executeRaw`
    update sent_token set created_at = created_at - interval '1 minute' where employee_id = ${person.id}::uuid`
  const token = await texted(pendings[1], person)
  const wrong = String((Number(token) + 1) % 1_000_000).padStart(6, '0')
  for (const place of [0, 1, 0, 1, 0] as const)
    expect(await checkToken(pendings[place], wrong)).toEqual(refused('wrong'))
  for (const pending of pendings) expect(await checkToken(pending, token)).toEqual(refused('no-tries-left'))
})

test('where app tokens are not allowed, a text does not let one in', async () => {
  const person = await makeRegistered()
  await db.firm.update({ where: { id: person.firmId }, data: { allowsApp: false } })
  const pending = await makePending(person)
  expect(await checkToken(pending, await authy.appToken(person.mobileNumber))).toEqual(
    refused('app-not-allowed'),
  )
  const token = await texted(pending, person)
  expect(await checkToken(pending, await authy.appToken(person.mobileNumber))).toEqual(refused('wrong'))
  expect(await checkToken(pending, token)).toMatchObject({ value: { method: 'text' } })
})

test('an app token typed while a text is out is recorded as the app', async () => {
  const person = await makeRegistered()
  const pending = await makePending(person)
  await texted(pending, person)
  const checked = await checkToken(pending, await authy.appToken(person.mobileNumber))
  if (!checked.ok) throw new Error(checked.reason)
  expect(await finishSignIn(pending, checked.value)).toMatchObject({ ok: true })
  const session = await db.session.findFirstOrThrow({ where: { employeeId: person.id } })
  expect(session.secondFactor).toBe('authy-app')
})

test.each([{ wrongTokensInRow: 100 }, { tokensLockedUntil: new Date(Date.now() + 3_600_000) }])(
  'no text is sent to a person with %o',
  async (state) => {
    const person = await makeRegistered()
    await db.employee.update({ where: { id: person.id }, data: state })
    expect(await sendToken(await makePending(person), crypto.randomUUID())).toMatchObject({ ok: false })
    expect(await authy.messages(person.mobileNumber)).toEqual([])
  },
)
