import { z } from 'zod'
import { policyFields } from '@/lib/access/firm-policy'
import { policyLabels, policyValue } from '@/lib/access/firm-policy-words'
import { roleWords } from '@/lib/access/policy'
import { secondFactorWords } from '@/lib/access/second-factor-words'

export type Detail = { label?: string; value: string; before?: string }

type Plain = z.output<typeof plain>

const plain = z.union([z.string(), z.number(), z.boolean(), z.null()])
const change = z.strictObject({ before: plain.optional(), after: plain.optional() })

export function describeDetails(details: unknown): Detail[] {
  const facts = z.record(z.string(), z.unknown()).safeParse(details)
  if (!facts.success) return []
  return Object.entries(facts.data).flatMap(([name, value]) => {
    const fact = plain.safeParse(value)
    if (fact.success) return describeFact(name, fact.data)
    const changed = change.safeParse(value)
    if (!changed.success) return []
    const { before, after } = changed.data
    return [{ label: labelOf(name), before: shown(name, before), value: shown(name, after) }]
  })
}

function describeFact(name: string, value: Plain): Detail[] {
  const phrase = Object.hasOwn(phrases, name) ? phrases[name] : undefined
  if (!phrase) return [{ label: labelOf(name), value: shown(name, value) }]
  const words = phrase(value)
  return words ? [{ value: words }] : []
}

const phrases: Record<string, (value: Plain) => string | null> = {
  secondFactor: (factor) => capitalized(secondFactorWords(String(factor))),
  purpose: () => null,
  page: (page) => pages[String(page)] ?? null,
  by: (link) => links[String(link)] ?? null,
  refusal: (reason) => passkeyRefusals[String(reason)] ?? null,
  isTyped: (isTyped) => (isTyped ? 'With a code to type at sign-in' : null),
  isThrottled: (isThrottled) => (isThrottled ? 'Not checked: too many attempts' : null),
  triesLeft: (left) => `${count(left, 'try', 'tries')} left`,
  wrongInRow: (wrong) => `${wrong} wrong in a row`,
  wrongTokensInRow: (wrong) => (wrong ? count(wrong, 'wrong token', 'wrong tokens') : null),
  wrongCodesInRow: (wrong) => (wrong ? count(wrong, 'wrong recovery code', 'wrong recovery codes') : null),
  sessions: (sessions) => `${count(sessions, 'session', 'sessions')} ended`,
  browsers: (browsers) => count(browsers, 'browser', 'browsers'),
  days: (days) => `For ${count(days, 'day', 'days')}`,
  case: (number) => `Request LP-${number}`,
  help: (kind) => recoveries[String(kind)] ?? null,
}

const pages: Record<string, string> = {
  'sign-in': 'On the sign-in page',
  'step-up': "On “Confirm it's you”",
  security: 'On Account security',
}

const links: Record<string, string> = {
  invitation: 'With the invitation link',
  password_reset: 'With a password reset link',
}

const passkeyRefusals: Record<string, string> = {
  unasked: 'Answered too late or twice',
  unknown: 'Not a passkey of this account',
  wrong: 'Could not be verified',
  copied: 'Possible copy',
  'not-allowed': 'Passwordless sign-in is not available for this account',
}

const recoveries: Record<string, string> = {
  oneTimePass: 'One-time pass',
  reset: 'Reset of the second factor',
  sign_out: 'Sign out everywhere',
  unlock: 'Unlock of tokens',
}

const labels: Record<string, string> = {
  ...policyLabels,
  mobileNumber: 'Mobile phone number',
  email: 'Email address',
  app: 'Authenticator app',
  askedBy: 'Requested by',
  forgotten: 'Browser',
  notification: 'Notification',
  oneTouch: 'OneTouch approval',
}

function labelOf(name: string): string {
  if (Object.hasOwn(labels, name)) return labels[name] ?? name
  return capitalized(name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()) ?? name
}

const pushModes: Record<string, string> = {
  swipe: 'Swipe',
  unusual: 'Code when unusual',
  typed: 'Code always',
}

function shown(name: string, value: Plain | undefined): string {
  if (value === null || value === undefined || value === '') return 'none'
  const field = policyFields.find((known) => known === name)
  if (field) return policyValue(field, value)
  const text = String(value)
  if (name === 'role') return Object.entries(roleWords).find(([role]) => role === text)?.[1] ?? text
  if (name === 'oneTouch') return pushModes[text] ?? text
  if (name === 'notification') return capitalized(text.replaceAll('-', ' ')) ?? text
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return text
}

function count(number: Plain, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}

function capitalized(words: string | null): string | null {
  return words && words.charAt(0).toUpperCase() + words.slice(1)
}
