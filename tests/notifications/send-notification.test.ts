import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { tell } from '@/lib/notifications/notify'
import { sendNotice } from '@/lib/notifications/send-notification'
import { newPerson } from '../passwords/people'
import { simulatedOutside } from './outside'

const outside = simulatedOutside()
const seen = { at: '2026-11-24T12:05:00.000Z', place: 'Austin', browser: 'Chrome on Windows' }

test('a notice whose job runs again carries the same name, and another notice another', async () => {
  const person = await newPerson()
  await tell(db, { kind: 'new-browser', employeeId: person.id, ...seen })
  await tell(db, { kind: 'password-changed', employeeId: person.id, ...seen })
  const ids = (await db.portalNotice.findMany({ where: { employeeId: person.id } })).map(({ id }) => id)
  const [first = '', second = ''] = ids
  for (const id of [first, first, second]) await sendNotice(outside.mailer, id)
  const names = (await outside.mailsTo(person.email)).map(({ messageId }) => messageId)
  expect(names).toEqual([second, first, first].map((id) => `<notice-${id}@localhost>`))
})

test('a notice that is gone is sent no more', async () => {
  await expect(sendNotice(outside.mailer, crypto.randomUUID())).resolves.toBeUndefined()
})
