import { describe, expect, test } from 'vitest'
import { declineReasons } from '@/lib/cases/decline-reasons'
import { caseMail } from '@/lib/cases/mails/case-mail'
import { type CaseStep, type NotifiedAct, notifiedActs } from '@/lib/cases/mails/case-step'
import { caseText } from '@/lib/cases/mails/case-text'
import { writeMail } from '@/lib/notifications/mail-layout'

const portal = 'https://portal.example'
const secret = 'Zq_'.repeat(14).slice(0, 42)
const links = {
  stop: `${portal}/lost-phone/stop/${secret}S`,
  page: `${portal}/lost-phone/case/${secret}P`,
  queue: `${portal}/admin/requests`,
  signIn: `${portal}/sign-in`,
  forgotten: `${portal}/forgot-password`,
}
const at = new Date('2026-11-24T12:05:00Z')

const lost: CaseStep = {
  act: 'opened',
  kind: 'lost_phone',
  number: 12,
  at,
  from: 'received',
  by: { name: 'Tess Lindqvist', isPerson: true, isPortal: false },
  note: '',
  isOpen: true,
  person: 'Tess Lindqvist',
  firm: 'Harbor IT',
  isOperator: false,
  reader: 'person',
  place: '203.0.113.7',
  browser: 'Chrome on Windows',
  reason: 'lost',
  requestedNumber: '+12025550199',
  dueAt: new Date('2026-11-26T12:05:00Z'),
  waitsUntil: new Date('2026-11-25T12:05:00Z'),
  waitHours: 24,
  links,
}
const held: CaseStep = {
  ...lost,
  kind: 'number_change',
  reason: null,
  dueAt: null,
  by: { name: 'Ada Moreno', isPerson: false, isPortal: false },
}
const numberChangeActs: NotifiedAct[] = ['opened', 'stopped', 'withdrawn', 'completed', 'enrolled']
const readers = ['person', 'admin', 'supporter'] as const

const mail = (step: CaseStep, name = 'Tess Lindqvist') => writeMail(caseMail({ name }, step))

const every = [
  ...notifiedActs.map((act) => ({ ...lost, act })),
  ...numberChangeActs.map((act) => ({ ...held, act })),
].flatMap((step) => readers.map((reader) => ({ ...step, reader })))
const texted = every.filter(({ reader, act }) => reader === 'person' && act !== 'asked')

const stoppable = ({ kind, act }: CaseStep) =>
  kind === 'lost_phone' ? ['opened', 'asked', 'approved', 'completed'].includes(act) : act === 'opened'

describe.each(every)('the mail about $kind $act to the $reader', (step) => {
  const { subject, text, html } = mail(step)

  test('says which case, when and from where, and whom to ask', () => {
    const name = step.kind === 'lost_phone' ? 'LP-12' : 'NC-12'
    expect(subject.startsWith(`${name}: `)).toBe(true)
    expect(text).toContain(`Case: ${name}\n`)
    expect(text).toContain('When: Nov 24, 2026, 12:05 PM UTC')
    expect(text).toContain('Requested from: 203.0.113.7\nBrowser: Chrome on Windows')
    expect(text).toMatch(/Questions\? Ask /)
  })

  test('has a stop link exactly while there is something to cancel', () => {
    const words = step.kind === 'lost_phone' ? 'Cancel this request' : 'Cancel this change'
    expect(text.includes(`${words}:\n${links.stop}\n`)).toBe(stoppable(step))
    expect(html.includes(`href="${links.stop}"`)).toBe(stoppable(step))
    expect(mail({ ...step, isOpen: false }).text).not.toContain(links.stop)
  })

  test('links to the page of the case only for its person', () => {
    expect(text.includes(links.page)).toBe(step.reader === 'person')
    expect(text.includes(links.queue)).toBe(step.reader !== 'person')
  })

  test('shows no whole number, and asks for nothing secret', () => {
    expect(text.replace(/https:\S+/g, '')).not.toMatch(/\d{7,}/)
    expect(text).not.toMatch(/(type|send|tell us|reply with) (your )?(password|token|code)/i)
  })

  test('contains no note of a colleague', () => {
    if (step.act === 'asked') return
    for (const note of ['secret words', 'not-verified: secret words']) {
      expect(mail({ ...step, note }).text).not.toContain('secret words')
    }
  })

  test('reads without holes', () => {
    expect(text).not.toMatch(/undefined|null|NaN|Invalid| {2,}|\.\.$/m)
  })
})

test.each(texted)('the text about $kind $act is short and plain', (step) => {
  const text = caseText({ ...step, note: 'secret words' })
  expect(text.length).toBeLessThanOrEqual(300)
  expect(text).toMatch(/^Partner Portal: [\x20-\x7e]+$/)
  expect(text).toContain(step.kind === 'lost_phone' ? 'LP-12' : 'NC-12')
  expect(text.endsWith(links.stop)).toBe(stoppable(step))
  expect(text).not.toContain('secret words')
  expect(text).not.toContain(links.page)
  expect(text).not.toMatch(/\d{7,}/)
})

test.each(texted)('the text about $kind $act stays the same whatever becomes of the case', (step) => {
  const later = { isOpen: false, dueAt: null, waitsUntil: new Date(), person: 'Other', firm: 'Other' }
  expect(caseText({ ...step, ...later })).toBe(caseText(step))
})

test('a long place or portal address costs words of a text, never its link', () => {
  const stop = `https://${'long.'.repeat(12)}example/lost-phone/stop/${secret}S`
  const place = '2001:0db8:85a3:0000:0000:8a2e:0370:7334'
  const text = caseText({ ...lost, place, browser: 'Browser '.repeat(20), links: { ...links, stop } })
  expect(text.length).toBeLessThanOrEqual(300)
  expect(text.endsWith(` ${stop}`)).toBe(true)
})

describe('what happens next', () => {
  test('an opening says until when it is answered', () => {
    for (const reader of readers)
      expect(mail({ ...lost, reader }).text).toContain('Nov 26, 2026, 12:05 PM UTC')
  })

  test('an approval says when it is carried out, or that there is no hold', () => {
    const approved: CaseStep = { ...lost, act: 'approved' }
    expect(mail(approved).text).toContain('security hold is in place until Nov 25, 2026, 12:05 PM UTC')
    expect(mail({ ...approved, waitsUntil: at }).text).toContain('within a few minutes')
    expect(caseText(approved)).toContain('at least Nov 25, 2026, 12:05 PM UTC')
  })

  test('a changed number says until when the old one works', () => {
    for (const reader of readers) {
      expect(mail({ ...held, reader }).text).toContain('or until Nov 25, 2026, 12:05 PM UTC at the latest')
      expect(mail({ ...held, reader }).text).toContain('ending 0199')
    }
  })

  test('a cancellation after completion says that the old number returns', () => {
    const stopped: CaseStep = { ...lost, act: 'stopped', from: 'ready' }
    expect(mail(stopped).text).toContain("we're registering your old number again")
    expect(mail({ ...stopped, from: 'waiting' }).text).toContain('your old phone keeps working')
    expect(caseText(stopped)).toContain('registering this number again')
  })

  test('what the portal closed by itself promises nothing about the old phone', () => {
    const closed: CaseStep = {
      ...lost,
      act: 'withdrawn',
      by: { name: 'Portal', isPerson: false, isPortal: true },
    }
    for (const reader of readers) expect(mail({ ...closed, reader }).text).not.toContain('keeps working')
    expect(caseText(closed)).not.toContain('still works')
  })

  test('a mail that leaves after the end of its case says so', () => {
    expect(mail({ ...lost, isOpen: false }).text).toContain('already closed')
  })
})

test('in the operator’s firm nobody is sent to an admin, for there is none', () => {
  for (const act of notifiedActs) {
    const { text } = mail({ ...lost, act, firm: 'Partner Ops', isOperator: true })
    expect(text).not.toContain('admin at')
    expect(text).toContain('Questions? Ask another support agent.')
  }
})

describe('a refusal', () => {
  test.each(declineReasons)('for "$key" gives its sentence and how to appeal', ({ key, mail: sentence }) => {
    const { text } = mail({ ...lost, act: 'declined', note: `${key}: sounded like a recording` })
    expect(text).toContain(sentence)
    expect(text).toContain('Ask an admin at Harbor IT to confirm your identity, and submit a new request')
    expect(text).not.toContain('recording')
  })

  test('does not give other admins the reason', () => {
    const declined: CaseStep = { ...lost, act: 'declined', reader: 'admin', note: 'not-employed' }
    expect(mail(declined).text).not.toMatch(/didn't confirm|not-employed/)
  })
})

test('a question is quoted line by line, and answered on the page', () => {
  const note = 'Which laptop\r\ndo you use?\n\nSubject: not a line of its own, see https://evil.example'
  const { text, html } = mail({ ...lost, act: 'asked', note })
  expect(text).toContain('> Which laptop\n> do you use?\n> Subject: not')
  expect(html).toContain('<blockquote>Which laptop<br>do you use?<br>')
  expect(text).toContain(`Answer the question:\n${links.page}\n`)
  expect(text + html).not.toContain('//evil.example')
})

describe('names and places that try to be more than that', () => {
  const hostile =
    'Eve\r\nBcc: all@harbor.example\u2028<script>x</script>\u202e" onload="x" https://evil.example'
  const bad = { person: hostile, firm: hostile, place: hostile, browser: hostile }

  test.each(every)('stay one harmless line in the mail about $kind $act to the $reader', (step) => {
    const by = { ...step.by, name: hostile, isPerson: false }
    const { subject, text, html } = mail({ ...step, ...bad, by, note: hostile }, hostile)
    expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202e]/u)
    expect(text).not.toMatch(/^Bcc:/m)
    expect(html).not.toMatch(/<script|<[^>]* onload=/)
    expect(text + html).not.toContain('//evil.example')
  })

  test.each(texted)('stay one harmless line in the text about $kind $act', (step) => {
    const text = caseText({ ...step, ...bad, note: hostile })
    expect(text).not.toMatch(/[\r\n\u2028\u202e]|\/\/evil/)
  })
})
