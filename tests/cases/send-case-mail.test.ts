import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { sendCaseMessage } from '@/lib/cases/mails/send-case-mail'
import { db } from '@/lib/db'
import { stopAddress } from '@/lib/mail-links/case-links'
import type { Employee } from '@/prisma/client/client'
import { makeEmployee, makeFirm, uniqueNumber } from '../factories'
import { simulatedOutside } from '../notifications/outside'
import { makeCase, makeNotification } from './cases'

const outside = simulatedOutside()

async function newPerson() {
  const firm = await makeFirm({ name: 'Harbor IT' })
  return { firm, person: await makeEmployee(firm, { name: 'Tess Lindqvist' }) }
}

/** A mail about the opening of a case of this person, to the person unless somebody else is to read it. */
async function newNotification(person: Employee, reader = person): Promise<string> {
  const id = randomUUID()
  const about = await makeCase(person)
  await makeNotification(about, { id, employeeId: reader.id })
  return id
}

async function newText(person: Employee): Promise<{ id: string; number: string }> {
  const [id, number] = [randomUUID(), uniqueNumber()]
  const about = await makeCase(person, { oldNumber: number })
  await makeNotification(about, { id, channel: 'text', number })
  return { id, number }
}

const reload = (id: string) => db.caseMessage.findUniqueOrThrow({ where: { id } })
const send = (id: string) => sendCaseMessage(outside, id)

test('a mail goes to the address on file, once, with its own stop link', async () => {
  const { person } = await newPerson()
  const id = await newNotification(person)
  await send(id)
  await send(id)
  const mails = await outside.mailsTo(person.email)
  expect(mails).toHaveLength(1)
  expect(mails[0]?.text).toContain(stopAddress(id))
  expect(mails[0]?.messageId).toBe(`<case-message-${id}@localhost>`)
  expect((await reload(id)).sentAt).toBeInstanceOf(Date)
})

test('the address is read when the mail is sent', async () => {
  const { person } = await newPerson()
  const id = await newNotification(person)
  const email = `moved-${person.email}`
  await db.employee.update({ where: { id: person.id }, data: { email } })
  await send(id)
  expect(await outside.mailsTo(email)).toHaveLength(1)
  expect(await outside.mailsTo(person.email)).toEqual([])
})

test('a mail server that cannot take it now is tried again', async () => {
  const { person } = await newPerson()
  const id = await newNotification(person)
  await outside.mailFault(person.email, '451')
  await expect(send(id)).rejects.toThrow('Mail not sent')
  expect(await reload(id)).toMatchObject({ sentAt: null, refusedAt: null })
  await send(id)
  expect(await outside.mailsTo(person.email)).toHaveLength(1)
})

test('a mailbox that does not exist is refused for good', async () => {
  const { person } = await newPerson()
  const id = await newNotification(person)
  await outside.mailFault(person.email, '550')
  await send(id)
  await send(id)
  const { sentAt, refusedAt } = await reload(id)
  expect([sentAt, refusedAt instanceof Date]).toEqual([null, true])
  expect(await outside.mailsTo(person.email)).toEqual([])
})

test('a worker killed after the mail left sends it again under the same name', async () => {
  const { person } = await newPerson()
  const id = await newNotification(person)
  await send(id)
  await db.caseMessage.update({ where: { id }, data: { sentAt: null } })
  await send(id)
  const names = (await outside.mailsTo(person.email)).map(({ messageId }) => messageId)
  expect(names).toHaveLength(2)
  expect(new Set(names).size).toBe(1)
})

test('a text goes to the number of its row, once', async () => {
  const { person } = await newPerson()
  const { id, number } = await newText(person)
  await send(id)
  await send(id)
  const texts = await outside.textsTo(number)
  expect(texts).toHaveLength(1)
  expect(texts[0]).toContain(stopAddress(id))
  expect(texts[0]?.length).toBeLessThanOrEqual(300)
})

test('a worker killed after the text was sent does not send it twice', async () => {
  const { person } = await newPerson()
  const { id, number } = await newText(person)
  await send(id)
  await db.caseMessage.update({ where: { id }, data: { sentAt: null } })
  const { caseId } = await reload(id)
  await db.resetCase.update({
    where: { id: caseId },
    data: { state: 'stopped', closedAt: new Date(), waitsUntil: new Date(), dueAt: new Date() },
  })
  await send(id)
  expect(await outside.textsTo(number)).toHaveLength(1)
  expect((await reload(id)).sentAt).toBeInstanceOf(Date)
})

test('a text whose answer was lost is settled by the next try', async () => {
  const { person } = await newPerson()
  const { id, number } = await newText(person)
  await outside.textFault(number, 'reset-after')
  await expect(send(id)).rejects.toThrow('Text not sent')
  expect(await reload(id)).toMatchObject({ sentAt: null, refusedAt: null, triedAt: expect.any(Date) })
  await send(id)
  expect(await outside.textsTo(number)).toHaveLength(1)
})

test('a number that takes no texts is refused for good', async () => {
  const { person } = await newPerson()
  const { id, number } = await newText(person)
  await outside.textFault(number, '21610')
  await send(id)
  expect((await reload(id)).refusedAt).toBeInstanceOf(Date)
})

test('another admin is notified, a former admin is not', async () => {
  const { firm, person } = await newPerson()
  const former = await makeEmployee(firm, { role: 'admin' })
  const [notified, unnotified] = [
    await newNotification(person, firm.admin),
    await newNotification(await makeEmployee(firm), former),
  ]
  await db.employee.update({ where: { id: former.id }, data: { role: 'tech' } })
  await Promise.all([send(notified), send(unnotified)])
  const [mail] = await outside.mailsTo(firm.admin.email)
  expect(mail?.subject).toContain('Tess Lindqvist requested a phone reset')
  expect(await outside.mailsTo(former.email)).toEqual([])
  expect((await reload(unnotified)).refusedAt).toBeInstanceOf(Date)
})

test('a reader who is gone is refused, and an unknown message is ignored', async () => {
  const { person } = await newPerson()
  const id = randomUUID()
  await makeNotification(await makeCase(person), { id, employeeId: randomUUID() })
  await send(id)
  expect((await reload(id)).refusedAt).toBeInstanceOf(Date)
  await expect(send(randomUUID())).resolves.toBeUndefined()
})
