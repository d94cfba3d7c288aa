import { caseLetter } from '@/lib/notices/case-letters'
import { type CaseNews, toldActs } from '@/lib/notices/case-news'
import { caseText } from '@/lib/notices/case-texts'
import { type Letter, type WrittenLetter, writeLetter } from '@/lib/notices/letter'
import { caseCodeLetter, invitationLetter, resetLetter, setUpLetter } from '@/lib/notices/link-letters'
import type { Notice } from '@/lib/notices/notice'
import { noticeLetter } from '@/lib/notices/notice-letter'

export type Sample = { name: string; to: string; mail: WrittenLetter }
export type SampleText = { name: string; body: string }

const portal = 'https://portal.example'
const tess = { name: 'Tess Lindqvist', firmName: 'Harbor IT' }
const ada = { name: 'Ada Moreno', firmName: 'Harbor IT' }
const at = new Date('2026-11-24T12:05:00Z')
const inHours = (hours: number) => new Date(at.getTime() + hours * 3_600_000)
const seen = { place: '203.0.113.7', browser: 'Chrome on Windows' }
const secret = 'a'.repeat(43)

export function caseSamples(): Sample[] {
  return steps.flatMap(({ name, news }) =>
    (['person', 'admin'] as const).map((reader) => ({
      name,
      to: reader === 'person' ? 'the person' : 'another admin',
      mail: writeLetter(caseLetter(reader === 'person' ? tess : ada, { ...news, reader })),
    })),
  )
}

export function caseTextSamples(): SampleText[] {
  return steps
    .filter(({ news }) => news.act !== 'asked')
    .map(({ name, news }) => ({ name, body: caseText(news) }))
}

export function linkSamples(): Sample[] {
  const link = (page: string) => ({ url: `${portal}/${page}/${secret}`, expiresAt: inHours(24) })
  const invited = { ...tess, numberEnding: '0103', requiresSecondFactor: true }
  const code = { code: '40718236', expiresAt: inHours(24) }
  const held = { words: 'ending 0199', until: inHours(24) }
  const letters: Record<string, Letter> = {
    invitation: invitationLetter(invited, link('set-password')),
    'new password': resetLetter(tess, link('set-password'), seen),
    'code for a lost phone': caseCodeLetter(tess, code, { at, ...seen }, `${portal}/forgotten-password`),
    'set-up': setUpLetter(tess, link('set-up'), { caseNumber: 'LP-12', heldNumber: null }),
    'changed number': setUpLetter(tess, link('set-up'), { caseNumber: 'NC-13', heldNumber: held }),
  }
  return Object.entries(letters).map(([name, letter]) => ({
    name,
    to: 'the person',
    mail: writeLetter(letter),
  }))
}

export function noticeSamples(): Sample[] {
  return notices.map((notice) => ({
    name: notice.kind,
    to: notice.kind === 'case-late' ? 'a supporter' : 'the person',
    mail: writeLetter(noticeLetter(notice, tess, portal)),
  }))
}

const lost: CaseNews = {
  act: 'opened',
  kind: 'lost_phone',
  number: 12,
  at,
  from: 'waiting',
  by: { name: 'Ada Moreno, through a mail', isPerson: false, isPortal: false },
  note: 'Which laptop do you use for work?\nAnd since when?',
  isOpen: true,
  person: tess.name,
  firm: tess.firmName,
  isOperator: false,
  reader: 'person',
  ...seen,
  reason: 'lost',
  requestedNumber: '+12025550199',
  dueAt: inHours(48),
  waitsUntil: inHours(24),
  waitHours: 24,
  links: {
    stop: `${portal}/lost-phone/stop/${secret}`,
    page: `${portal}/lost-phone/case/${secret}`,
    queue: `${portal}/admin/requests`,
    signIn: `${portal}/sign-in`,
    forgotten: `${portal}/forgotten-password`,
  },
}
const held: CaseNews = {
  ...lost,
  kind: 'number_change',
  number: 13,
  by: { ...lost.by, name: ada.name },
  reason: null,
  dueAt: null,
}

const steps = [
  ...toldActs.map((act) => ({ name: `Lost phone, ${act}`, news: { ...lost, act } })),
  ...(['opened', 'stopped', 'withdrawn', 'completed', 'set-up'] as const).map((act) => ({
    name: `Changed number, ${act}`,
    news: { ...held, act },
  })),
]

const told = { employeeId: 'sample', at: at.toISOString() }
const byAda = { ...told, by: ada.name }
const helped = { ...byAda, reason: 'Left the phone on the train' }
const aboutCase = { employeeId: 'sample', caseId: 'sample', number: 12 }

const notices: Notice[] = [
  { kind: 'new-browser', ...told, ...seen },
  { kind: 'second-step-failed', ...told, ...seen },
  { kind: 'push-denied', ...told, ...seen },
  { kind: 'tokens-locked', ...told, ...seen },
  { kind: 'password-changed', ...told, ...seen },
  { kind: 'number-changed', ...byAda, before: '+12025550103', after: '+12025550199' },
  { kind: 'role-changed', ...byAda, before: 'tech', after: 'admin' },
  { kind: 'deactivated', ...byAda },
  { kind: 'reactivated', ...byAda },
  { kind: 'pass-made', ...helped },
  { kind: 'second-step-reset', ...helped },
  { kind: 'signed-out', ...helped },
  { kind: 'second-step-set-up', ...told, ...seen },
  { kind: 'help-asked', ...helped, about: 'Ben Carter' },
  { kind: 'case-late', ...aboutCase, firm: tess.firmName, isBreach: false },
  { kind: 'case-late', ...aboutCase, firm: tess.firmName, isBreach: true },
  { kind: 'case-answer-late', ...aboutCase },
  { kind: 'set-up-unused', ...aboutCase },
  { kind: 'case-page-link', ...aboutCase },
  { kind: 'rule-switched', ...byAda, on: true },
  { kind: 'rule-switched', ...byAda, on: false },
]
