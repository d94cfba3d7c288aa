import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { notify } from '@/lib/notifications/notify'
import { sendNotification } from '@/lib/notifications/send-notification'
import { newPerson } from '../passwords/people'
import { simulatedOutside } from './outside'

const outside = simulatedOutside()
const seen = { at: '2026-11-24T12:05:00.000Z', place: 'Austin', browser: 'Chrome on Windows' }

test('a notification whose job runs again has the same name, another one another', async () => {
  const person = await newPerson()
  await notify(db, { kind: 'new-browser', employeeId: person.id, ...seen })
  await notify(db, { kind: 'password-changed', employeeId: person.id, ...seen })
  const ids = (await db.notification.findMany({ where: { employeeId: person.id } })).map(({ id }) => id)
  const [first = '', second = ''] = ids
  for (const id of [first, first, second]) await sendNotification(outside.mailer, id)
  const names = (await outside.mailsTo(person.email)).map(({ messageId }) => messageId)
  expect(names).toEqual([second, first, first].map((id) => `<notification-${id}@localhost>`))
})

test('a notification that is gone is not sent', async () => {
  await expect(sendNotification(outside.mailer, crypto.randomUUID())).resolves.toBeUndefined()
})
