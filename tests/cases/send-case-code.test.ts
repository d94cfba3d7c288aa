import { expect, test } from 'vitest'
import { record } from '@/lib/audit/record'
import { caseCodeHash } from '@/lib/cases/person/case-code'
import { sendCaseCode } from '@/lib/cases/person/send-case-code'
import { db } from '@/lib/db'
import type { Employee } from '@/prisma/client/client'
import { makeEmployee, makeFirm } from '../factories'
import { simulatedOutside } from '../notifications/outside'

const outside = simulatedOutside()
const hour = 3_600_000

async function newPerson() {
  return makeEmployee(await makeFirm({ name: 'Harbor IT' }), { name: 'Tess Lindqvist' })
}

/** What the form leaves behind. */
async function draft({ id, firmId, name }: Employee, expiresAt = new Date(Date.now() + 24 * hour)) {
  await db.caseDraft.deleteMany({ where: { employeeId: id } })
  await db.caseDraft.create({ data: { employeeId: id, reason: 'lost', oldNumberWorks: 'no', expiresAt } })
  const asker = { firmId, employeeId: id, name, place: 'Austin', browser: 'Chrome on Windows' }
  await record(db, asker, 'case.code-asked', { id, name })
}

async function askingPerson() {
  const person = await newPerson()
  await draft(person)
  return person
}

const stored = (employeeId: string) => db.caseDraft.findUniqueOrThrow({ where: { employeeId } })
const codeIn = (text = '') => /^Code: (\d{8})$/m.exec(text)?.[1] ?? ''

test('the code is in the mail, its hash in the draft, and neither in the subject', async () => {
  const person = await askingPerson()
  await sendCaseCode(outside.mailer, person.id)
  const [mail] = await outside.mailsTo(person.email)
  const code = codeIn(mail?.text)
  expect(code).toMatch(/^\d{8}$/)
  expect(mail?.subject).toBe('Your phone reset code')
  expect((await stored(person.id)).codeHash).toBe(caseCodeHash(person.id, code))
  expect(JSON.stringify(await stored(person.id))).not.toContain(code)
})

test('the mail says from where it was asked, and what to do if it was somebody else', async () => {
  const person = await askingPerson()
  await sendCaseCode(outside.mailer, person.id)
  const text = (await outside.mailsTo(person.email))[0]?.text
  expect(text).toContain('Where: Austin\nBrowser: Chrome on Windows')
  expect(text).toMatch(/Valid until: \w+ \d+, \d{4}, \d\d?:\d\d [AP]M UTC/)
  expect(text).toContain('Someone knows your password: reset it at http://localhost:3000/forgot-password')
})

test('a second attempt brings the same code under the same name, and no new tries', async () => {
  const person = await askingPerson()
  await outside.mailFault(person.email, '451')
  await expect(sendCaseCode(outside.mailer, person.id)).rejects.toThrow('Mail not sent')
  expect((await stored(person.id)).triesLeft).toBe(5)
  await db.caseDraft.update({ where: { employeeId: person.id }, data: { triesLeft: 2 } })
  await sendCaseCode(outside.mailer, person.id)
  await sendCaseCode(outside.mailer, person.id)
  const mails = await outside.mailsTo(person.email)
  expect(mails).toHaveLength(2)
  expect(new Set(mails.map(({ text, messageId }) => codeIn(text) + messageId)).size).toBe(1)
  expect((await stored(person.id)).triesLeft).toBe(2)
})

test('a newer form gets another code', async () => {
  const person = await askingPerson()
  await sendCaseCode(outside.mailer, person.id)
  await draft(person)
  await sendCaseCode(outside.mailer, person.id)
  const [newer, older] = await outside.mailsTo(person.email)
  expect(codeIn(newer?.text)).not.toBe(codeIn(older?.text))
  expect(newer?.messageId).not.toBe(older?.messageId)
  expect((await stored(person.id)).codeHash).toBe(caseCodeHash(person.id, codeIn(newer?.text)))
})

test('the same code means nothing for another person', () => {
  expect(caseCodeHash('a', '12345678')).not.toBe(caseCodeHash('b', '12345678'))
})

test('nothing is mailed without a draft, after its end, or to whom was deactivated', async () => {
  const [none, late, gone] = [await newPerson(), await newPerson(), await askingPerson()]
  await draft(late, new Date(Date.now() - 1000))
  await db.employee.update({ where: { id: gone.id }, data: { active: false } })
  for (const { id, email } of [none, late, gone]) {
    await sendCaseCode(outside.mailer, id)
    expect(await outside.mailsTo(email)).toEqual([])
  }
})
