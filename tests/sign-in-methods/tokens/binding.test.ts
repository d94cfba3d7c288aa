import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'
import { checkToken } from '@/lib/sign-in-methods/tokens/check-token'
import { sendToken } from '@/lib/sign-in-methods/tokens/send-token'
import { simulatedAuthy } from '../../authy'
import { makePending } from '../../pending'
import { makeRegistered } from '../../registered'

const authy = simulatedAuthy()
const refused = (reason: string) => ({ ok: false, reason })

const age = (employeeId: string, seconds: number) => db.$executeRaw`
  update sent_token set created_at = created_at - make_interval(secs => ${seconds}) where employee_id = ${employeeId}::uuid`

async function texted(pending: PendingSignIn, { mobileNumber }: { mobileNumber: string }): Promise<string> {
  expect(await sendToken(pending, crypto.randomUUID())).toEqual({ ok: true, value: 'sent' })
  return (await authy.messages(mobileNumber))[0]?.code ?? ''
}

test('one text has five tries, also through two sign-ins', async () => {
  const person = await makeRegistered()
  const pendings = [await makePending(person), await makePending(person)] as const
  await texted(pendings[0], person)
  await age(person.id, 60)
  const token = await texted(pendings[1], person)
  const wrong = String((Number(token) + 1) % 1_000_000).padStart(6, '0')
  for (const place of [0, 1, 0, 1, 0] as const)
    expect(await checkToken(pendings[place], wrong)).toEqual(refused('wrong'))
  for (const pending of pendings) expect(await checkToken(pending, token)).toEqual(refused('no-tries-left'))
})

test('a text is no app token while Authy may still accept it', async () => {
  const person = await makeRegistered()
  const token = await texted(await makePending(person), person)
  // Authy counts its ten minutes from when it sends, so they end after ours.
  await age(person.id, 605)
  expect(await checkToken(await makePending(person), token)).toEqual(refused('text-elsewhere'))
})

test('a text that left before Authy answered with an error is no app token', async () => {
  for (const isAlone of [false, true]) {
    const person = await makeRegistered()
    const pending = await makePending(person)
    await authy.fault('sms', '500-after', person.mobileNumber)
    if (isAlone) await authy.fault('verify-send', '500', person.mobileNumber)
    expect(await sendToken(pending, crypto.randomUUID())).toMatchObject({ ok: !isAlone })
    const stray = (await authy.messages(person.mobileNumber)).at(-1)?.code ?? ''
    expect(await checkToken(await makePending(person), stray)).toEqual(refused('text-elsewhere'))
    expect(await checkToken(pending, stray)).toMatchObject({ value: { method: 'text' } })
  }
  await authy.clearFaults()
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
