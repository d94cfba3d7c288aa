import { describe, expect, test } from 'vitest'
import { env } from '@/lib/env'
import { writeLetter } from '@/lib/notices/letter'
import type { Notice } from '@/lib/notices/notice'
import { noticeLetter } from '@/lib/notices/notice-letter'

const portal = env.PORTAL_URL
const reader = { name: 'Tess Lindqvist', firmName: 'Harbor IT' }
const at = '2026-11-24T12:05:30.000Z'
const seen = { employeeId: 'e', at, place: '203.0.113.7', browser: 'Chrome on Windows' }
const changed = { employeeId: 'e', at, by: 'Ada Moreno' }

/** Each kind with the subject it is read by, and what its text must say. */
const kinds: Array<[notice: Notice, subject: string, says: string[]]> = [
  [
    { kind: 'new-browser', ...seen },
    'New sign-in to your Partner Portal account',
    ['Where: 203.0.113.7', '/account/security', '/forgotten-password'],
  ],
  [
    { kind: 'second-step-failed', ...seen },
    'Sign-in stopped at the second step',
    ['Nobody was signed in', '/forgotten-password'],
  ],
  [
    { kind: 'push-denied', ...seen },
    'You denied a sign-in request',
    ['Nobody was signed in', '/forgotten-password'],
  ],
  [
    { kind: 'tokens-locked', ...seen },
    'Too many wrong tokens',
    ['refused for a while', '/help/two-factor-authentication'],
  ],
  [
    { kind: 'password-changed', ...seen },
    'Your password was set',
    ['Browser: Chrome on Windows', '/forgotten-password'],
  ],
  [
    { kind: 'number-changed', ...changed, before: '+12025550103', after: '+12025550199' },
    'Your mobile number was changed',
    ['Before: ending 0103', 'Now: ending 0199', 'By: Ada Moreno'],
  ],
  [
    { kind: 'role-changed', ...changed, before: 'tech', after: 'admin' },
    'Your role was changed',
    ['Before: tech', 'Now: admin'],
  ],
  [{ kind: 'deactivated', ...changed }, 'Your account was deactivated', ['cannot sign in any more']],
  [{ kind: 'reactivated', ...changed }, 'Your account is active again', ['/sign-in', '/forgotten-password']],
  [
    { kind: 'pass-made', ...changed, reason: 'Left the phone on the train' },
    'A one-time pass was made for you',
    ['By: Ada Moreno', 'Reason: Left the phone on the train', 'never by mail', '/forgotten-password'],
  ],
  [
    { kind: 'second-step-reset', ...changed, reason: 'New phone' },
    'Your second step was reset',
    ['no longer works', 'A separate mail brings the link', 'By: Ada Moreno'],
  ],
  [
    { kind: 'signed-out', ...changed, reason: 'Laptop stolen' },
    'You were signed out everywhere',
    ['Reason: Laptop stolen', '/sign-in'],
  ],
  [
    { kind: 'second-step-set-up', ...seen },
    'A phone was set up for your account',
    ['Browser: Chrome on Windows', '/account/security', '/forgotten-password'],
  ],
  [
    { kind: 'help-asked', ...changed, reason: 'New phone', about: 'Ben Carter' },
    'Ada Moreno asks to help Ben Carter with signing in',
    ['until Ben Carter or another admin confirms it', '/admin/requests', 'Reason: New phone'],
  ],
  [
    { kind: 'rule-switched', ...changed, on: true },
    'Two-factor authentication is on for Harbor IT',
    ['required for Harbor IT', '/help/two-factor-authentication'],
  ],
  [
    { kind: 'rule-switched', ...changed, on: false },
    'Two-factor authentication is off for Harbor IT',
    ['a password alone', '/admin/employees'],
  ],
]

const written = (notice: Notice, to = reader) => writeLetter(noticeLetter(notice, to, portal))

describe.each(kinds)('$kind', (notice, subject, says) => {
  test(`has the subject "${subject}"`, () => {
    expect(written(notice).subject).toBe(subject)
  })

  test('says in both forms what happened, when, and what to do', () => {
    const { text, html } = written(notice)
    expect(text).toContain('Hello Tess,')
    expect(text).toContain('When: 24 November 2026, 12:05 UTC')
    expect(html).toContain('24 November 2026, 12:05 UTC')
    for (const words of says) expect(text).toContain(words)
  })

  test('leads only to the portal', () => {
    const { text, html } = written(notice)
    for (const [address] of `${text}${html}`.matchAll(/https?:\/\/[^/\s"]+/g)) expect(address).toBe(portal)
  })
})

const caseId = '0199aaaa-0000-7000-8000-000000000001'
const pageLink = /\/lost-phone\/case\/[\w-]{43}\n/

describe('a late case', () => {
  const late = { kind: 'case-late', employeeId: 'e', caseId, number: 12, firm: 'Harbor IT' } as const

  test('is told to supporters at its due time and at 72 hours, without the link of its page', () => {
    const [due, breach] = [written({ ...late, isBreach: false }), written({ ...late, isBreach: true })]
    expect(due.subject).toBe('LP-12 has no answer yet')
    expect(breach.subject).toBe('LP-12: 72 hours without an answer')
    for (const { text } of [due, breach]) {
      expect(text).toContain(`${portal}/support/cases\n`)
      expect(text).toContain('Harbor IT')
      expect(text).not.toMatch(pageLink)
    }
  })

  test('is told to its person with an apology and the page', () => {
    const { subject, text } = written({ kind: 'case-answer-late', employeeId: 'e', caseId, number: 12 })
    expect(subject).toBe('LP-12: we are late, and sorry')
    expect(text).toMatch(pageLink)
  })
})

test('whoever asks for the page of a case again gets its link, and a warning', () => {
  const { text } = written({ kind: 'case-page-link', employeeId: 'e', caseId, number: 12 })
  expect(text).toMatch(pageLink)
  expect(text).toContain('somebody knows your password')
})

test('whoever has not used the set-up link for a day is told where to get a fresh one', () => {
  const { subject, text } = written({ kind: 'set-up-unused', employeeId: 'e', caseId, number: 12 })
  expect(subject).toBe('LP-12: your new phone is not set up yet')
  expect(text).toMatch(pageLink)
})

test('numbers and addresses are never written whole', () => {
  for (const [notice] of kinds) expect(written(notice).text).not.toMatch(/\d{7,}|tess@|lindqvist@/)
})

describe('names and places that try to be more than that', () => {
  const hostile =
    'Eve\r\nBcc: all@harbor.example\u2028<script>alert(1)</script>\u202e" onload="x" https://evil.example'
  const notices: Notice[] = [
    { kind: 'rule-switched', employeeId: 'e', at, by: hostile, on: true },
    { kind: 'role-changed', employeeId: 'e', at, by: hostile, before: hostile, after: hostile },
    { kind: 'new-browser', employeeId: 'e', at, place: hostile, browser: hostile },
    { kind: 'pass-made', employeeId: 'e', at, by: hostile, reason: hostile },
    { kind: 'help-asked', employeeId: 'e', at, by: hostile, reason: hostile, about: hostile },
    { kind: 'case-late', employeeId: 'e', caseId: 'c', number: 1, firm: hostile, isBreach: false },
  ]
  const letters = notices.map((notice) => written(notice, { name: hostile, firmName: hostile }))

  test('put no second line into a subject', () => {
    for (const { subject } of letters) expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202e]/u)
  })

  test('put no line of their own into the text', () => {
    for (const { text } of letters) expect(text).not.toMatch(/^Bcc:/m)
  })

  test('put no mark-up into the page', () => {
    for (const { html } of letters) {
      expect(html).not.toContain('<script')
      expect(html).not.toMatch(/<[^>]* onload=/)
      expect(html.match(/<style>/g)).toHaveLength(1)
    }
  })

  test('put no address of another site into the mail', () => {
    for (const { text, html } of letters) expect(text + html).not.toContain('//evil.example')
  })

  test('are not greeted by name', () => {
    for (const [notice] of kinds) {
      expect(written(notice, { name: 'https://evil.example', firmName: 'A' }).text).toMatch(/^Hello,/)
    }
  })
})
