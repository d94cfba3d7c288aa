import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { askReset } from '@/lib/passwords/ask-reset'
import { sendInvitation } from '@/lib/passwords/send-invitation'
import { sendReset } from '@/lib/passwords/send-reset'
import { setPassword } from '@/lib/passwords/set-password'
import type { Mail } from '@/lib/providers/mail'
import { jobsFor, newlyInvited, newPassword, newPerson, secretOf, visitor } from './people'

/** A mailer is a port: this one keeps what it is given. */
function mailbox() {
  const mails: Mail[] = []
  const sendMail = async (mail: Mail) => {
    mails.push(mail)
    return 'sent' as const
  }
  return { mails, sendMail }
}

function linkIn(mail: Mail | undefined): string {
  return secretOf(/http:\/\/localhost:3000\/set-password\/[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? '')
}

const from = (address: string) => ({ ...visitor, address })
const newNetwork = () =>
  from(`2001:db8:${crypto.randomUUID().slice(0, 4)}:${crypto.randomUUID().slice(0, 4)}::1`)

test('every address gets a job, whether it has an account or not', async () => {
  const { email } = await newPerson()
  const unknown = `${crypto.randomUUID()}@nowhere.example`
  await askReset(email, newNetwork())
  await askReset(unknown, newNetwork())
  expect(await jobsFor('password-reset-mail', email)).toHaveLength(1)
  expect(await jobsFor('password-reset-mail', unknown)).toHaveLength(1)
})

test('the sixth request for one address in 15 minutes is dropped silently', async () => {
  const { email } = await newPerson()
  for (let asking = 0; asking < 7; asking += 1) expect(await askReset(email, newNetwork())).toBeUndefined()
  expect(await jobsFor('password-reset-mail', email)).toHaveLength(5)
})

test('askings from one network are limited together, also all at once', async () => {
  const network = newNetwork()
  const tag = crypto.randomUUID()
  await Promise.all(
    Array.from({ length: 70 }, (_, asking) => askReset(`${asking}-${tag}@nowhere.example`, network)),
  )
  expect(await jobsFor('password-reset-mail', tag)).toHaveLength(60)
})

test('the mail goes to the stored address, with a link that sets the password', async () => {
  const person = await newPerson()
  const { mails, ...mailer } = mailbox()
  await sendReset(mailer, { email: person.email, place: 'Austin', browser: 'Chrome on Windows' })
  expect(mails.map((mail) => mail.to)).toEqual([person.email])
  expect((await setPassword(linkIn(mails[0]), newPassword, visitor)).ok).toBe(true)
})

test('an unknown or inactive person gets no mail', async () => {
  const person = await newPerson()
  await db.employee.update({ where: { id: person.id }, data: { active: false } })
  const { mails, ...mailer } = mailbox()
  await sendReset(mailer, { email: person.email })
  await sendReset(mailer, { email: 'nobody@nowhere.example' })
  expect(mails).toEqual([])
})

test('an invitation sets the first password', async () => {
  const person = await newlyInvited()
  const { mails, ...mailer } = mailbox()
  await sendInvitation(mailer, person.id)
  expect(mails[0]?.subject).toBe('Your Partner Portal account at Harbor IT')
  expect((await setPassword(linkIn(mails[0]), newPassword, visitor)).ok).toBe(true)
})

test('a person with a password is not invited again: that link would last too long', async () => {
  const person = await newPerson()
  const { mails, ...mailer } = mailbox()
  await sendInvitation(mailer, person.id)
  expect(mails).toEqual([])
})
