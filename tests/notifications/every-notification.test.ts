import { describe, expect, test } from 'vitest'
import { sayNotMe } from '@/lib/account/not-me'
import { sendReset } from '@/lib/passwords/send-reset'
import { setPassword } from '@/lib/passwords/set-password'
import { done } from '../cases/walk'
import { jobsFor, newPassword, visitor } from '../passwords/people'
import { makeCodes } from '../sign-in-methods/recovery-codes/sets'
import { accountActs } from './account-acts'
import { newTech, type Told } from './acts'
import { caseActs } from './case-acts'
import { wayActs } from './method-acts'
import { noticeSecretFor } from './notifications'
import { simulatedOutside } from './outside'
import { runMailJobs } from './run-mail-jobs'
import { signInActs } from './sign-in-acts'

const outside = simulatedOutside()
const acts = [...signInActs(outside), ...wayActs(outside), ...accountActs, ...caseActs]

describe.each(acts)('%s', (_, act) => {
  test('is told once, under one name however often the job runs', async () => {
    const told = await act()
    const readers = new Set(told.map(([, reader]) => reader))
    for (const reader of readers) await runMailJobs(outside, reader)
    const names = await namesOf(told)
    for (const reader of readers) await runMailJobs(outside, reader)
    expect((await namesOf(told)).map((again) => new Set(again))).toEqual(names.map((once) => new Set(once)))
    expect(names.map(({ length }) => length)).toEqual(told.map(() => 1))
  })
})

test('"This was not me" mails one link for a new password, and it works', async () => {
  const tech = await newTech()
  await makeCodes(tech)
  done(await sayNotMe(await noticeSecretFor(tech.id, 'recovery-codes-made'), visitor))
  const ordered = await jobsFor('password-reset-mail', tech.email)
  expect(ordered).toHaveLength(1)
  await sendReset(outside.mailer, { email: tech.email, place: visitor.place, browser: visitor.browser })
  const [mail, ...others] = await outside.mailsTo(tech.email)
  expect(others).toEqual([])
  const link = /\/set-password\/([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? ''
  expect(await setPassword(link, newPassword, visitor)).toMatchObject({ ok: true })
})

/** The Message-IDs of the mails that were told of. */
async function namesOf(told: Told[]): Promise<string[][]> {
  return Promise.all(
    told.map(async ([subject, reader]) => {
      const mails = await outside.mailsTo(reader.email)
      return mails
        .filter((mail) =>
          typeof subject === 'string' ? mail.subject === subject : subject.test(mail.subject),
        )
        .map(({ messageId }) => messageId)
    }),
  )
}
