import { caseMail } from '@/lib/cases/mails/case-mail'
import { type CaseStep, notifiedActs } from '@/lib/cases/mails/case-step'
import { caseText } from '@/lib/cases/mails/case-text'
import { confirmNumberMail } from '@/lib/notifications/confirm-number-mail'
import {
  caseCodeMail,
  confirmEmailMail,
  enrollmentMail,
  invitationMail,
  resetMail,
} from '@/lib/notifications/link-mails'
import { type WrittenMail, writeMail } from '@/lib/notifications/mail-layout'
import { notificationMail } from '@/lib/notifications/notification-mail'
import type { Notification } from '@/lib/notifications/words/notification'
import type { MailContent } from '@/lib/notifications/words/parts'

export type Sample = { name: string; to: string; mail: WrittenMail }
export type SampleText = { name: string; body: string }

const portal = 'https://portal.example'
const tess = { name: 'Tess Lindqvist', firmName: 'Harbor IT' }
const ada = { name: 'Ada Moreno', firmName: 'Harbor IT' }
const at = new Date('2026-11-24T12:05:00Z')
const inHours = (hours: number) => new Date(at.getTime() + hours * 3_600_000)
const seen = { place: '203.0.113.7', browser: 'Chrome on Windows' }
const secret = 'a'.repeat(43)

export function caseSamples(): Sample[] {
  return steps.flatMap(({ name, step }) =>
    (['person', 'admin'] as const).map((reader) => ({
      name,
      to: reader === 'person' ? 'the person' : 'another admin',
      mail: writeMail(caseMail(reader === 'person' ? tess : ada, { ...step, reader })),
    })),
  )
}

export function caseTextSamples(): SampleText[] {
  return steps
    .filter(({ step }) => step.act !== 'asked')
    .map(({ name, step }) => ({ name, body: caseText(step) }))
}

export function linkSamples(): Sample[] {
  const link = (page: string) => ({ url: `${portal}/${page}/${secret}`, expiresAt: inHours(24) })
  const invited = { ...tess, numberEnding: '0103', requiresSecondFactor: true }
  const code = { code: '40718236', expiresAt: inHours(24) }
  const held = { words: 'ending 0199', until: inHours(24) }
  const mails: Record<string, MailContent> = {
    invitation: invitationMail(invited, link('set-password')),
    'new password': resetMail(tess, link('set-password'), seen),
    'code for a lost phone': caseCodeMail(tess, code, { at, ...seen }, `${portal}/forgot-password`),
    enrolled: enrollmentMail(tess, link('new-phone'), { caseNumber: 'LP-12', pendingNumber: null }),
    'number to confirm': confirmNumberMail({ ...tess, mobileNumber: '+12025550103' }, link('confirm-number')),
    'new email address': confirmEmailMail({ ...tess, email: 'tess@harbor.example' }, link('confirm-email')),
    'changed number': enrollmentMail(tess, link('new-phone'), { caseNumber: 'NC-13', pendingNumber: held }),
  }
  return Object.entries(mails).map(([name, mail]) => ({
    name,
    to: 'the person',
    mail: writeMail(mail),
  }))
}

export function notificationSamples(): Sample[] {
  return notifications.map((notification) => ({
    name: notification.kind,
    to: readers[notification.kind] ?? 'the person',
    mail: writeMail(notificationMail(notification, { ...tess, isOperator: false }, portal, 'sample')),
  }))
}

const readers: Partial<Record<Notification['kind'], string>> = {
  'case-late': 'a support agent',
  'texts-used-up': 'a support agent',
  'admin-alert': 'another admin',
  'new-admin': 'an admin',
  'colleague-number-confirmed': 'an admin',
  'adding-paused': 'a support agent',
  'recovery-asked': 'another admin',
  'policy-changed': 'an admin',
  'second-step-required': 'everyone but the admins',
  'rule-switched': 'an admin',
}

const lost: CaseStep = {
  act: 'opened',
  kind: 'lost_phone',
  number: 12,
  at,
  from: 'waiting',
  by: { name: 'Ada Moreno, using an emailed link', isPerson: false, isPortal: false },
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
const held: CaseStep = {
  ...lost,
  kind: 'number_change',
  number: 13,
  by: { ...lost.by, name: ada.name },
  reason: null,
  dueAt: null,
}

const steps = [
  ...notifiedActs.map((act) => ({ name: `Lost phone, ${act}`, step: { ...lost, act } })),
  ...(['opened', 'stopped', 'withdrawn', 'completed', 'enrolled'] as const).map((act) => ({
    name: `Number change, ${act}`,
    step: { ...held, act },
  })),
]

const notified = { employeeId: 'sample', at: at.toISOString() }
const byAda = { ...notified, by: ada.name }
const recovered = { ...byAda, reason: 'Left the phone on the train' }
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
  trustDays: 0,
} as const

/** At least one of each kind: the type asks for every one. */
const samples: { [Kind in Notification['kind']]: Array<Extract<Notification, { kind: Kind }>> } = {
  'new-browser': [{ kind: 'new-browser', ...notified, ...seen }],
  'second-step-failed': [{ kind: 'second-step-failed', ...notified, ...seen }],
  'sign-in-copied': [{ kind: 'sign-in-copied', ...notified, ...seen }],
  'push-denied': [{ kind: 'push-denied', ...notified, ...seen }],
  'tokens-locked': [{ kind: 'tokens-locked', ...notified, ...seen }],
  'codes-locked': [{ kind: 'codes-locked', ...notified, ...seen }],
  'tokens-disabled': [{ kind: 'tokens-disabled', ...notified, ...seen }],
  'tokens-unlocked': [{ kind: 'tokens-unlocked', ...recovered }],
  'method-added': [
    { kind: 'method-added', ...notified, ...seen, method: { ...app, id: 'sample' } },
    { kind: 'method-added', ...notified, ...seen, method: { ...passkey, id: 'sample' } },
  ],
  'method-removed': [
    { kind: 'method-removed', ...notified, ...seen, method: app },
    { kind: 'method-removed', ...notified, ...seen, method: passkey },
  ],
  'recovery-codes-made': [{ kind: 'recovery-codes-made', ...notified, ...seen }],
  'recovery-code-used': [
    { kind: 'recovery-code-used', ...notified, ...seen, left: 9 },
    { kind: 'recovery-code-used', ...notified, ...seen, left: 1 },
  ],
  'passkey-copied': [{ kind: 'passkey-copied', ...notified, ...seen, name: passkey.name }],
  'browser-trusted': [{ kind: 'browser-trusted', ...notified, ...seen }],
  'number-confirmed': [{ kind: 'number-confirmed', ...notified, ...seen, number: '+12025550103' }],
  'session-guessed': [{ kind: 'session-guessed', ...notified, ...seen }],
  'new-admin': (['added', 'promoted', 'reactivated'] as const).map((how) => ({
    kind: 'new-admin',
    ...byAda,
    about: 'Ben Carter',
    how,
  })),
  'colleague-number-confirmed': [
    { kind: 'colleague-number-confirmed', ...notified, about: 'Ben Carter', number: '+12025550103' },
  ],
  'address-tried': [{ kind: 'address-tried', ...notified, firm: 'Summit MSP' }],
  'adding-paused': [{ kind: 'adding-paused', ...notified, firm: 'Summit MSP' }],
  'admin-alert': [
    { kind: 'admin-alert', ...notified, about: 'Ben Carter', what: 'push-denied' },
    { kind: 'admin-alert', ...notified, about: 'Ben Carter', what: 'not-me' },
  ],
  'account-secured': [{ kind: 'account-secured', ...notified }],
  'texts-used-up': [{ kind: 'texts-used-up', ...notified, whose: tess.firmName }],
  'vendor-migrations': [{ kind: 'vendor-migrations', ...notified }],
  'password-changed': [{ kind: 'password-changed', ...notified, ...seen }],
  'number-changed': [{ kind: 'number-changed', ...byAda, before: 'ending 0103', after: 'ending 0199' }],
  'email-change-asked': [{ kind: 'email-change-asked', ...byAda, after: 't***@harbor.example' }],
  'email-changed': [
    {
      kind: 'email-changed',
      ...notified,
      ...seen,
      before: 'tes@harbor.example',
      after: 'tess@harbor.example',
    },
  ],
  'role-changed': [{ kind: 'role-changed', ...byAda, before: 'tech', after: 'admin' }],
  deactivated: [{ kind: 'deactivated', ...byAda }],
  reactivated: [{ kind: 'reactivated', ...byAda }],
  'one-time-pass-made': [{ kind: 'one-time-pass-made', ...recovered }],
  'methods-reset': [{ kind: 'methods-reset', ...recovered }],
  'signed-out': [{ kind: 'signed-out', ...recovered }],
  'phone-enrolled': [{ kind: 'phone-enrolled', ...notified, ...seen }],
  'recovery-asked': [{ kind: 'recovery-asked', ...recovered, about: 'Ben Carter' }],
  'case-late': [
    { kind: 'case-late', ...aboutCase, firm: tess.firmName, isBreach: false },
    { kind: 'case-late', ...aboutCase, firm: tess.firmName, isBreach: true },
  ],
  'case-answer-late': [{ kind: 'case-answer-late', ...aboutCase }],
  'enrollment-unused': [{ kind: 'enrollment-unused', ...aboutCase }],
  'case-page-link': [{ kind: 'case-page-link', ...aboutCase }],
  'policy-changed': [
    {
      kind: 'policy-changed',
      ...byAda,
      before: policy,
      after: { ...policy, allowsText: false, trustDays: 7 },
    },
  ],
  'second-step-required': [
    {
      kind: 'second-step-required',
      ...byAda,
      allowsPush: true,
      allowsApp: true,
      allowsText: true,
      minimum: 'any',
    },
  ],
  'rule-switched': [
    { kind: 'rule-switched', ...byAda, on: true },
    { kind: 'rule-switched', ...byAda, on: false },
  ],
}
const notifications: Notification[] = Object.values(samples).flat()
