import { expect, test } from 'vitest'
import { sendNotice } from '@/lib/notices/send-notice'
import { newPerson } from '../passwords/people'
import { simulatedOutside } from './outside'

const outside = simulatedOutside()
const seen = { at: '2026-11-24T12:05:00.000Z', place: 'Austin', browser: 'Chrome on Windows' }

test('a notice whose job runs again carries the same name, and another notice another', async () => {
  const person = await newPerson()
  const notice = { kind: 'new-browser', employeeId: person.id, ...seen } as const
  for (const job of ['job-1', 'job-1', 'job-2']) await sendNotice(outside.mailer, notice, job)
  const names = (await outside.mailsTo(person.email)).map(({ messageId }) => messageId)
  expect(names).toEqual(['<notice-job-2@localhost>', '<notice-job-1@localhost>', '<notice-job-1@localhost>'])
})
