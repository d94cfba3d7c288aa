import { expect, test } from 'vitest'
import { invitationMail, resetMail } from '@/lib/notifications/link-mails'
import { writeMail } from '@/lib/notifications/mail-layout'

const link = {
  url: 'https://portal.example/set-password/secret',
  expiresAt: new Date('2026-11-24T13:05:00Z'),
}
const person = { name: 'Tess Lindqvist', firmName: 'Harbor IT' }
const asked = { place: '203.0.113.7', browser: 'Chrome on Windows' }

test('a password reset mail shows its origin, its expiry, and how to ignore it', () => {
  const { subject, text } = writeMail(resetMail(person, link, asked))
  expect(subject).toBe('Reset your password')
  expect(text).toContain('Hello Tess,')
  expect(text).toContain('Where: 203.0.113.7\nBrowser: Chrome on Windows')
  expect(text).toContain(`Set a new password:\n${link.url}\n`)
  expect(text).toContain('works once, until Nov 24, 2026, 1:05 PM UTC')
  expect(text).toContain('Ignore this email')
})

test('an invitation names the firm and the phone needed to sign in', () => {
  const invited = { ...person, numberEnding: '0103', requiresSecondFactor: true }
  const { subject, text } = writeMail(invitationMail(invited, link))
  expect(subject).toBe('Your Partner Portal account at Harbor IT')
  expect(text).toContain('the phone with the number ending 0103')
})

test('an invitation to a firm without two-factor authentication mentions no phone', () => {
  const invited = { ...person, numberEnding: '0103', requiresSecondFactor: false }
  expect(writeMail(invitationMail(invited, link)).text).not.toMatch(/phone with|Authy/)
})

test('a firm cannot write mark-up, lines or addresses into the invitation', () => {
  const firmName = 'Evil\r\nBcc: all@harbor.example <img src=x> https://evil.example'
  const invited = { name: 'Tess', firmName, numberEnding: null, requiresSecondFactor: true }
  const { subject, text, html } = writeMail(invitationMail(invited, link))
  expect(subject).not.toMatch(/[\r\n]/)
  expect(text).not.toMatch(/^Bcc:/m)
  expect(html).not.toContain('<img')
  expect(text + html).not.toContain('//evil.example')
})
