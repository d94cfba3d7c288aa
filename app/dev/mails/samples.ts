import { caseLetter } from '@/lib/cases/mails/case-mail'
import { type CaseNews, toldActs } from '@/lib/cases/mails/case-step'
import { caseText } from '@/lib/cases/mails/case-text'
import { confirmNumberLetter } from '@/lib/notifications/confirm-number-mail'
import { caseCodeLetter, invitationLetter, resetLetter, setUpLetter } from '@/lib/notifications/link-mails'
import { type Letter, type WrittenLetter, writeLetter } from '@/lib/notifications/mail-layout'
import type { Notice } from '@/lib/notifications/notification'
import { noticeLetter } from '@/lib/notifications/notification-mail'

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
    'code for a lost phone': caseCodeLetter(tess, code, { at, ...seen }, `${portal}/forgot-password`),
    'set-up': setUpLetter(tess, link('set-up'), { caseNumber: 'LP-12', heldNumber: null }),
    'number to confirm': confirmNumberLetter(
      { ...tess, mobileNumber: '+12025550103' },
      link('confirm-number'),
    ),
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
    to: readers[notice.kind] ?? 'the person',
    mail: writeLetter(noticeLetter(notice, { ...tess, isOperator: false }, portal, 'sample')),
  }))
}

const readers: Partial<Record<Notice['kind'], string>> = {
  'case-late': 'a supporter',
  'texts-spent': 'a supporter',
  'colleague-alarm': 'another admin',
  'help-asked': 'another admin',
  'policy-changed': 'an admin',
  'rule-switched': 'an admin',
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
    forgotten: `${portal}/forgot-password`,
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

const app = { kind: 'app', name: 'Phone of Tess' } as const
const passkey = { kind: 'passkey', name: 'Work laptop' } as const

const policy = {
  allowsPush: true,
  allowsText: true,
  allowsApp: true,
  allowsPasskeyAlone: false,
  minimumTech: 'any',
  minimumAdmin: 'any',
  rememberDays: 0,
} as const

/** At least one of each kind: the type asks for every one. */
const samples: { [Kind in Notice['kind']]: Array<Extract<Notice, { kind: Kind }>> } = {
  'new-browser': [{ kind: 'new-browser', ...told, ...seen }],
  'second-step-failed': [{ kind: 'second-step-failed', ...told, ...seen }],
  'push-denied': [{ kind: 'push-denied', ...told, ...seen }],
  'tokens-locked': [{ kind: 'tokens-locked', ...told, ...seen }],
  'codes-locked': [{ kind: 'codes-locked', ...told, ...seen }],
  'tokens-disabled': [{ kind: 'tokens-disabled', ...told, ...seen }],
  'tokens-unlocked': [{ kind: 'tokens-unlocked', ...helped }],
  'way-added': [
    { kind: 'way-added', ...told, ...seen, way: { ...app, id: 'sample' } },
    { kind: 'way-added', ...told, ...seen, way: { ...passkey, id: 'sample' } },
  ],
  'way-removed': [
    { kind: 'way-removed', ...told, ...seen, way: app },
    { kind: 'way-removed', ...told, ...seen, way: passkey },
  ],
  'recovery-codes-made': [{ kind: 'recovery-codes-made', ...told, ...seen }],
  'recovery-code-used': [
    { kind: 'recovery-code-used', ...told, ...seen, left: 9 },
    { kind: 'recovery-code-used', ...told, ...seen, left: 1 },
  ],
  'passkey-copied': [{ kind: 'passkey-copied', ...told, ...seen, name: passkey.name }],
  'browser-remembered': [{ kind: 'browser-remembered', ...told, ...seen }],
  'number-confirmed': [{ kind: 'number-confirmed', ...told, ...seen, number: '+12025550103' }],
  'colleague-alarm': [
    { kind: 'colleague-alarm', ...told, about: 'Ben Carter', what: 'push-denied' },
    { kind: 'colleague-alarm', ...told, about: 'Ben Carter', what: 'not-me' },
  ],
  'account-secured': [{ kind: 'account-secured', ...told }],
  'texts-spent': [{ kind: 'texts-spent', ...told, whose: tess.firmName }],
  'vendor-moves': [{ kind: 'vendor-moves', ...told }],
  'password-changed': [{ kind: 'password-changed', ...told, ...seen }],
  'number-changed': [{ kind: 'number-changed', ...byAda, before: '+12025550103', after: '+12025550199' }],
  'role-changed': [{ kind: 'role-changed', ...byAda, before: 'tech', after: 'admin' }],
  deactivated: [{ kind: 'deactivated', ...byAda }],
  reactivated: [{ kind: 'reactivated', ...byAda }],
  'pass-made': [{ kind: 'pass-made', ...helped }],
  'second-step-reset': [{ kind: 'second-step-reset', ...helped }],
  'signed-out': [{ kind: 'signed-out', ...helped }],
  'second-step-set-up': [{ kind: 'second-step-set-up', ...told, ...seen }],
  'help-asked': [{ kind: 'help-asked', ...helped, about: 'Ben Carter' }],
  'case-late': [
    { kind: 'case-late', ...aboutCase, firm: tess.firmName, isBreach: false },
    { kind: 'case-late', ...aboutCase, firm: tess.firmName, isBreach: true },
  ],
  'case-answer-late': [{ kind: 'case-answer-late', ...aboutCase }],
  'set-up-unused': [{ kind: 'set-up-unused', ...aboutCase }],
  'case-page-link': [{ kind: 'case-page-link', ...aboutCase }],
  'policy-changed': [
    {
      kind: 'policy-changed',
      ...byAda,
      before: policy,
      after: { ...policy, allowsText: false, rememberDays: 7 },
    },
  ],
  'rule-switched': [
    { kind: 'rule-switched', ...byAda, on: true },
    { kind: 'rule-switched', ...byAda, on: false },
  ],
}
const notices: Notice[] = Object.values(samples).flat()
