import { describe, expect, test } from 'vitest'
import { env } from '@/lib/env'
import { notMeSecret } from '@/lib/mail-links/not-me-link'
import { writeMail } from '@/lib/notifications/mail-layout'
import { notificationMail } from '@/lib/notifications/notification-mail'
import { isOwnAct, type Notification } from '@/lib/notifications/words/notification'

const portal = env.PORTAL_URL
const reader = { name: 'Tess Lindqvist', firmName: 'Harbor IT', isOperator: false }
const at = '2026-11-24T12:05:30.000Z'
const seen = { employeeId: 'e', at, place: '203.0.113.7', browser: 'Chrome on Windows' }
const changed = { employeeId: 'e', at, by: 'Ada Moreno' }

const recovered = { ...changed, reason: 'New phone' }
const app = { kind: 'app', name: 'Phone of Tess' } as const
const passkey = { kind: 'passkey', name: 'Work laptop' } as const

/** Each kind with the subject it is read by, and what its text must say. */
const kinds: Array<[notification: Notification, subject: string, says: string[]]> = [
  [
    { kind: 'new-browser', ...seen },
    'New sign-in to your Partner Portal account',
    ['Where: 203.0.113.7', '/account/security'],
  ],
  [
    { kind: 'second-step-failed', ...seen },
    'Sign-in attempt blocked',
    ['entered your password', 'Nobody was signed in', 'try signing in again'],
  ],
  [
    { kind: 'push-denied', ...seen },
    'You denied a sign-in',
    ['nobody was signed in', 'by mistake?', 'turned off OneTouch alerts', '/account/security'],
  ],
  [
    { kind: 'tokens-locked', ...seen },
    'Too many wrong tokens',
    ["won't accept tokens for a while", '/help/two-factor-authentication'],
  ],
  [
    { kind: 'codes-locked', ...seen },
    'Too many wrong recovery codes',
    ["won't accept recovery codes for a while", 'another sign-in method'],
  ],
  [
    { kind: 'tokens-disabled', ...seen },
    'Tokens turned off for your account',
    ['once an admin unlocks them', 'ask an admin of your firm'],
  ],
  [
    { kind: 'tokens-unlocked', ...recovered },
    'Tokens unlocked for your account',
    ['By: Ada Moreno', 'Reason: New phone', '/forgot-password'],
  ],
  [
    { kind: 'method-added', ...seen, method: { ...app, id: 'a' } },
    'Authenticator app added to your account',
    ['App: Phone of Tess', 'Where: 203.0.113.7', '/account/security'],
  ],
  [
    { kind: 'method-added', ...seen, method: { ...passkey, id: 'a' } },
    'Passkey added to your account',
    ['Passkey: Work laptop'],
  ],
  [
    { kind: 'method-removed', ...seen, method: app },
    'Authenticator app removed from your account',
    ['App: Phone of Tess', 'no longer works'],
  ],
  [
    { kind: 'recovery-codes-made', ...seen },
    'New recovery codes generated',
    ['Your old codes no longer work', 'Browser: Chrome on Windows'],
  ],
  [
    { kind: 'recovery-code-used', ...seen, left: 9 },
    'Recovery code used to sign in',
    ['Codes left: 9', 'cross that code off'],
  ],
  [
    { kind: 'recovery-code-used', ...seen, left: 1 },
    'Recovery code used to sign in',
    ['Codes left: 1', 'generate new codes now'],
  ],
  [
    { kind: 'passkey-copied', ...seen, name: passkey.name },
    'Passkey disabled: possible copy detected',
    ['Passkey: Work laptop', 'possible copy of your passkey'],
  ],
  [
    { kind: 'browser-trusted', ...seen },
    'Trusted browser added to your account',
    ['takes only your password', '/account/security'],
  ],
  [
    { kind: 'number-confirmed', ...seen, number: '+12025550103' },
    'Mobile phone number confirmed',
    ['Number: ending 0103'],
  ],
  [
    { kind: 'admin-alert', employeeId: 'e', at, about: 'Ben Carter', what: 'push-denied' },
    'Ben Carter denied a sign-in',
    ['Call Ben Carter', '/admin/audit-log', 'by mistake'],
  ],
  [
    { kind: 'admin-alert', employeeId: 'e', at, about: 'Ben Carter', what: 'not-me' },
    'Ben Carter reported suspicious activity',
    ['Call Ben Carter', 'blocked its password'],
  ],
  [
    { kind: 'sign-in-copied', ...seen },
    'Sign-in refused in another browser',
    ['Browser: Chrome on Windows', 'in the browser that started it'],
  ],
  [
    { kind: 'session-guessed', ...seen },
    'Signed out after too many wrong passwords',
    ['Browser: Chrome on Windows', 'Ten wrong passwords'],
  ],
  [
    { kind: 'new-admin', ...changed, about: 'Ben Carter', how: 'reactivated' },
    'Ben Carter is now an admin of Harbor IT',
    ['was reactivated', 'By: Ada Moreno', '/admin/employees'],
  ],
  [
    { kind: 'colleague-number-confirmed', employeeId: 'e', at, about: 'Ben Carter', number: '+12025550103' },
    'Ben Carter confirmed a mobile phone number',
    ['Number: ending 0103', 'call Ben Carter'],
  ],
  [
    { kind: 'address-tried', employeeId: 'e', at, firm: 'Summit MSP' },
    'An admin tried to add your email address',
    ['An admin of Summit MSP tried to add this address', 'at Harbor IT'],
  ],
  [
    { kind: 'adding-paused', employeeId: 'e', at, firm: 'Summit MSP' },
    "Summit MSP can't add employees today",
    ['five addresses', 'Firm: Summit MSP'],
  ],
  [
    { kind: 'account-secured', employeeId: 'e', at },
    'Your account is secured: set a new password',
    ['in a separate email', '/forgot-password', 'an admin at Harbor IT'],
  ],
  [
    { kind: 'texts-used-up', employeeId: 'e', at, whose: 'Harbor IT' },
    'Text message limit reached',
    ['Limit: Harbor IT'],
  ],
  [
    { kind: 'vendor-migrations', employeeId: 'e', at },
    'OneTouch alerts are ending: add a sign-in method',
    ['keep working until your firm has moved', 'Add a passkey', '/account/security'],
  ],
  [
    { kind: 'password-changed', ...seen },
    'New password set for your account',
    ['Browser: Chrome on Windows'],
  ],
  [
    { kind: 'number-changed', ...changed, before: 'ending 0103', after: 'ending 0199' },
    'Your mobile phone number was changed',
    ['Old number: ending 0103', 'New number: ending 0199', 'By: Ada Moreno', 'an admin at Harbor IT'],
  ],
  [
    { kind: 'role-changed', ...changed, before: 'tech', after: 'admin' },
    'Your role was changed',
    ['Old role: tech', 'New role: admin'],
  ],
  [{ kind: 'deactivated', ...changed }, 'Your account was deactivated', ['can no longer sign in']],
  [{ kind: 'reactivated', ...changed }, 'Your account was reactivated', ['/sign-in', '/forgot-password']],
  [
    { kind: 'one-time-pass-made', ...changed, reason: 'Left the phone on the train' },
    'One-time pass created for you',
    ['By: Ada Moreno', 'Reason: Left the phone on the train', 'we never email it', '/forgot-password'],
  ],
  [
    { kind: 'methods-reset', ...recovered },
    'Your phone was removed from your account',
    ['no longer works', 'in a separate email', 'By: Ada Moreno'],
  ],
  [
    { kind: 'signed-out', ...changed, reason: 'Laptop stolen' },
    'You were signed out everywhere',
    ['Reason: Laptop stolen', '/sign-in'],
  ],
  [
    { kind: 'phone-enrolled', ...seen },
    'New phone set up for your account',
    ['Browser: Chrome on Windows', '/account/security'],
  ],
  [
    { kind: 'recovery-asked', ...recovered, about: 'Ben Carter' },
    'Ada Moreno asked to help Ben Carter sign in',
    ['until Ben Carter or another admin confirms it', '/admin/requests', 'Reason: New phone'],
  ],
  [
    {
      kind: 'second-step-required',
      ...changed,
      allowsPush: true,
      allowsApp: false,
      allowsText: true,
      minimum: 'any',
    },
    "You'll need a second step to sign in to Partner Portal",
    [
      'approve a OneTouch alert in the Authy app, enter a token from a text, or use a passkey',
      'install the Authy app',
      '/help/two-factor-authentication',
    ],
  ],
  [
    {
      kind: 'second-step-required',
      ...changed,
      allowsPush: true,
      allowsApp: true,
      allowsText: true,
      minimum: 'passkey',
    },
    "You'll need a second step to sign in to Partner Portal",
    ['your password is not enough: you also use a passkey.', "You'll add the passkey at your next sign-in"],
  ],
  [
    { kind: 'rule-switched', ...changed, on: true },
    'Two-factor authentication is on for Harbor IT',
    ['Harbor IT now requires', '/help/two-factor-authentication'],
  ],
  [
    { kind: 'rule-switched', ...changed, on: false },
    'Two-factor authentication is off for Harbor IT',
    ['just a password', '/admin/employees'],
  ],
]

const notificationId = '0199aaaa-0000-4000-8000-000000000002'
const notMe = `${portal}/not-me/${notMeSecret(notificationId)}`
const written = (notification: Notification, to = reader) =>
  writeMail(notificationMail(notification, to, portal, notificationId))

describe.each(kinds)('$kind', (notification, subject, says) => {
  test(`has the subject "${subject}"`, () => {
    expect(written(notification).subject).toBe(subject)
  })

  test('says in both forms what happened, when, and what to do', () => {
    const { text, html } = written(notification)
    expect(text).toContain('Hello Tess,')
    expect(text).toContain('When: Nov 24, 2026, 12:05 PM UTC')
    expect(html).toContain('Nov 24, 2026, 12:05 PM UTC')
    for (const words of says) expect(text).toContain(words)
  })

  test('links to "Secure your account" exactly when an attacker may have done it', () => {
    const { text, html } = written(notification)
    expect(text.includes(`Don't recognize this? Secure your account:\n${notMe}\n`)).toBe(
      isOwnAct(notification),
    )
    expect(html.includes(`href="${notMe}"`)).toBe(isOwnAct(notification))
  })

  test('links only to the portal, and has no other secret', () => {
    const { text, html } = written(notification)
    for (const [address] of `${text}${html}`.matchAll(/https?:\/\/[^/\s"]+/g)) expect(address).toBe(portal)
    expect(text.replaceAll(notMe, '')).not.toMatch(/[\w-]{43}/)
  })

  test('reads without holes', () => {
    expect(written(notification).text).not.toMatch(/undefined|null|NaN|Invalid| {2,}|\.\.$/m)
  })
})

test('a supporter is sent to no page of admins', () => {
  const alarm = { kind: 'admin-alert', employeeId: 'e', at, about: 'Sam', what: 'not-me' } as const
  expect(written(alarm, { ...reader, isOperator: true }).text).not.toContain('/admin/')
})

const caseId = '0199aaaa-0000-7000-8000-000000000001'
const pageLink = /\/lost-phone\/case\/[\w-]{43}\n/

describe('a late case', () => {
  const late = { kind: 'case-late', employeeId: 'e', caseId, number: 12, firm: 'Harbor IT' } as const

  test('notifies supporters when due and after 72 hours, without the link of its page', () => {
    const [due, breach] = [written({ ...late, isBreach: false }), written({ ...late, isBreach: true })]
    expect(due.subject).toBe('LP-12 is overdue')
    expect(breach.subject).toBe('LP-12: no decision after 72 hours')
    for (const { text } of [due, breach]) {
      expect(text).toContain(`${portal}/support/cases\n`)
      expect(text).toContain('Harbor IT')
      expect(text).not.toMatch(pageLink)
    }
  })

  test('notifies its person with an apology and the link of its page', () => {
    const { subject, text } = written({ kind: 'case-answer-late', employeeId: 'e', caseId, number: 12 })
    expect(subject).toBe("LP-12: sorry, we're late")
    expect(text).toMatch(pageLink)
  })
})

test('a mail with the page of a case again carries its link and a warning', () => {
  const { text } = written({ kind: 'case-page-link', employeeId: 'e', caseId, number: 12 })
  expect(text).toMatch(pageLink)
  expect(text).toContain('someone knows your password')
  expect(text).toContain(notMe)
})

test('a mail about an unused phone link says where to get a new one', () => {
  const { subject, text } = written({ kind: 'enrollment-unused', employeeId: 'e', caseId, number: 12 })
  expect(subject).toBe('LP-12: set up your new phone')
  expect(text).toMatch(pageLink)
})

test('numbers and addresses are never written whole', () => {
  for (const [notification] of kinds)
    expect(written(notification).text).not.toMatch(/\d{7,}|tess@|lindqvist@/)
})

describe('names and places that try to be more than that', () => {
  const hostile =
    'Eve\r\nBcc: all@harbor.example\u2028<script>alert(1)</script>\u202e" onload="x" https://evil.example'
  const notifications: Notification[] = [
    { kind: 'rule-switched', employeeId: 'e', at, by: hostile, on: true },
    { kind: 'role-changed', employeeId: 'e', at, by: hostile, before: hostile, after: hostile },
    { kind: 'new-browser', employeeId: 'e', at, place: hostile, browser: hostile },
    { kind: 'one-time-pass-made', employeeId: 'e', at, by: hostile, reason: hostile },
    { kind: 'recovery-asked', employeeId: 'e', at, by: hostile, reason: hostile, about: hostile },
    { kind: 'case-late', employeeId: 'e', caseId: 'c', number: 1, firm: hostile, isBreach: false },
    { kind: 'admin-alert', employeeId: 'e', at, about: hostile, what: 'not-me' },
    { kind: 'texts-used-up', employeeId: 'e', at, whose: hostile },
    { kind: 'method-added', ...seen, method: { kind: 'app', name: hostile, id: 'a' } },
    { kind: 'passkey-copied', ...seen, name: hostile },
  ]
  const mails = notifications.map((notification) =>
    written(notification, { ...reader, name: hostile, firmName: hostile }),
  )

  test('add no second line to a subject', () => {
    for (const { subject } of mails) expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202e]/u)
  })

  test('add no line of their own to the text', () => {
    for (const { text } of mails) expect(text).not.toMatch(/^Bcc:/m)
  })

  test('add no markup to the page', () => {
    for (const { html } of mails) {
      expect(html).not.toContain('<script')
      expect(html).not.toMatch(/<[^>]* onload=/)
      expect(html.match(/<style>/g)).toHaveLength(1)
    }
  })

  test('add no address of another site to the mail', () => {
    for (const { text, html } of mails) expect(text + html).not.toContain('//evil.example')
  })

  test('are not greeted by name', () => {
    for (const [notification] of kinds) {
      expect(written(notification, { ...reader, name: 'https://evil.example' }).text).toMatch(/^Hello,/)
    }
  })
})
