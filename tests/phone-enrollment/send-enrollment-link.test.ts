import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { findLink } from '@/lib/passwords/find-link'
import { findEnrollmentLink } from '@/lib/phone-enrollment/find-enrollment'
import { sendEnrollmentLink } from '@/lib/phone-enrollment/send-enrollment-link'
import { makeCase } from '../cases/cases'
import { makeEmployee, makeFirm } from '../factories'
import { simulatedOutside } from '../notifications/outside'

const outside = simulatedOutside()

async function newPerson(factorResetAt: Date | null = null) {
  const firm = await makeFirm({ name: 'Harbor IT' })
  return makeEmployee(firm, { name: 'Tess Lindqvist', factorResetAt })
}

const linkIn = (text = '') => /http:\/\/localhost:3000\/new-phone\/([\w-]{43})\n/.exec(text)?.[1] ?? ''
const send = (employeeId: string) => sendEnrollmentLink(outside.mailer, employeeId)

test('a person whose phone was removed gets a link for a day that needs the password', async () => {
  const person = await newPerson(new Date())
  const { number } = await makeCase(person, { state: 'ready' })
  await send(person.id)
  const [mail] = await outside.mailsTo(person.email)
  expect(mail?.subject).toBe('Set up your new phone')
  expect(mail?.text).toContain(`Case: LP-${number}`)
  expect(mail?.text).toContain('The link works once, until')
  expect(mail?.text).toContain('asks for your password first')
  expect((await findEnrollmentLink(linkIn(mail?.text)))?.employeeId).toBe(person.id)
  expect(await findLink(linkIn(mail?.text))).toBeNull()
})

test('only the newest link works', async () => {
  const person = await newPerson(new Date())
  await send(person.id)
  await send(person.id)
  const [newer, older] = await outside.mailsTo(person.email)
  expect(await findEnrollmentLink(linkIn(older?.text))).toBeNull()
  expect(await findEnrollmentLink(linkIn(newer?.text))).not.toBeNull()
})

test('a person confirms a number changed by an admin, and reads when the old one ends', async () => {
  const person = await newPerson()
  const { number } = await makeCase(person, { kind: 'number_change', requestedNumber: '+12025550199' })
  await send(person.id)
  const [mail] = await outside.mailsTo(person.email)
  expect(mail?.subject).toBe('Confirm your new mobile phone number')
  expect(mail?.text).toContain(`Case: NC-${number}`)
  expect(mail?.text).toMatch(/ending 0199\. .* until \w+ \d+, \d{4}, \d+:\d\d [AP]M UTC at the latest/)
  expect(mail?.text).not.toContain('2025550199')
  expect(await findEnrollmentLink(linkIn(mail?.text))).not.toBeNull()
})

test('nobody else gets one: no reset, a waiting case, a finished change, deactivated', async () => {
  const [plain, waiting, changed, gone] = [
    await newPerson(),
    await newPerson(),
    await newPerson(),
    await newPerson(new Date()),
  ]
  await makeCase(waiting, { state: 'waiting' })
  await makeCase(changed, { kind: 'number_change', state: 'done' })
  await db.employee.update({ where: { id: gone.id }, data: { active: false } })
  for (const { id, email } of [plain, waiting, changed, gone]) {
    await send(id)
    expect(await outside.mailsTo(email)).toEqual([])
    expect(await db.mailLink.count({ where: { employeeId: id } })).toBe(0)
  }
})

test('a mail server that is away leaves it to the next try', async () => {
  const person = await newPerson(new Date())
  await outside.mailFault(person.email, '451')
  await expect(send(person.id)).rejects.toThrow('Mail not sent')
  await send(person.id)
  expect(await outside.mailsTo(person.email)).toHaveLength(1)
})
