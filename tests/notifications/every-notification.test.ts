import { describe, expect, test } from 'vitest'
import { sayNotMe } from '@/lib/account/not-me'
import { sendReset } from '@/lib/passwords/send-reset'
import { setPassword } from '@/lib/passwords/set-password'
import { done } from '../cases/walk'
import { jobsFor, newPassword, visitor } from '../passwords/people'
import { makeCodes } from '../sign-in-methods/recovery-codes/sets'
import { accountActs } from './account-acts'
import { type Notified, newTech } from './acts'
import { caseActs } from './case-acts'
import { methodActs } from './method-acts'
import { notificationSecretFor } from './notifications'
import { simulatedOutside } from './outside'
import { runMailJobs } from './run-mail-jobs'
import { signInActs } from './sign-in-acts'

const outside = simulatedOutside()
const acts = [...signInActs(outside), ...methodActs(outside), ...accountActs, ...caseActs]

describe.each(acts)('%s', (_, act) => {
  test('is mailed once, under one Message-ID however often the job runs', async () => {
    const notified = await act()
    const readers = new Set(notified.map(([, reader]) => reader))
    for (const reader of readers) await runMailJobs(outside, reader)
    const names = await namesOf(notified)
    for (const reader of readers) await runMailJobs(outside, reader)
    expect((await namesOf(notified)).map((again) => new Set(again))).toEqual(
      names.map((once) => new Set(once)),
    )
    expect(names.map(({ length }) => length)).toEqual(notified.map(() => 1))
  })
})

test('"This was not me" mails one link for a new password, and it works', async () => {
  const tech = await newTech()
  await makeCodes(tech)
  done(await sayNotMe(await notificationSecretFor(tech.id, 'recovery-codes-made'), visitor))
  const ordered = await jobsFor('password-reset-mail', tech.email)
  expect(ordered).toHaveLength(1)
  await sendReset(outside.mailer, { email: tech.email, place: visitor.place, browser: visitor.browser })
  const [mail, ...others] = await outside.mailsTo(tech.email)
  expect(others).toEqual([])
  const link = /\/set-password\/([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? ''
  expect(await setPassword(link, newPassword, visitor)).toMatchObject({ ok: true })
})

/** The Message-IDs of the expected mails. */
async function namesOf(notified: Notified[]): Promise<string[][]> {
  return Promise.all(
    notified.map(async ([subject, reader]) => {
      const mails = await outside.mailsTo(reader.email)
      return mails
        .filter((mail) =>
          typeof subject === 'string' ? mail.subject === subject : subject.test(mail.subject),
        )
        .map(({ messageId }) => messageId)
    }),
  )
}
