import type { AddRefusal } from '@/lib/employees/add-employee'
import type { AskToConfirmRefusal } from '@/lib/employees/ask-to-confirm-number'
import type { ChangeEmailRefusal } from '@/lib/employees/change-email'
import type { EditRefusal } from '@/lib/employees/edit-employee'
import type { AskSecondAdminRefusal } from '@/lib/employees/recovery/ask-second-admin'
import type { MakeOneTimePassRefusal } from '@/lib/employees/recovery/make-one-time-pass'
import type { ShowOneTimePassRefusal } from '@/lib/employees/recovery/show-one-time-pass'
import type { UnlockRefusal } from '@/lib/employees/recovery/unlock-tokens'
import type { ResendRefusal } from '@/lib/employees/resend-invitation'
import type { RecoveryKind } from '@/prisma/client/enums'

const gone = 'This employee no longer exists.'
const inactive = 'This employee is inactive. Set the account to active first.'

type Sentence = { message: string; field?: string }

const elsewhere: Sentence = {
  message: "This email address can't be added. If this person already has a portal account, contact support.",
  field: 'email',
}
const numberRequired: Sentence = {
  message: 'Your firm requires two-factor authentication, so every active employee needs a mobile number.',
  field: 'mobileNumber',
}
const lastAdmin: Sentence = {
  message: 'A firm needs at least one active admin. Make someone else an admin first.',
}
const again: Sentence = {
  message: 'Your firm was changed at the same time, so nothing was saved. Save again.',
}

export const editSentences: Record<Exclude<EditRefusal, 'proof-needed'>, Sentence> = {
  'not-found': { message: gone },
  'last-admin': lastAdmin,
  'own-role': { message: 'Only another admin can change your role.', field: 'role' },
  'own-account': { message: "You can't deactivate yourself. Another admin can.", field: 'active' },
  'number-required': numberRequired,
  'number-of-disabled': {
    message:
      "The number of an inactive employee can't be changed. Set the account to active, then change the number.",
    field: 'mobileNumber',
  },
  'number-in-use': {
    message: 'This person confirmed this number. You can change it, but not remove it.',
    field: 'mobileNumber',
  },
  'email-taken': elsewhere,
  'changed-meanwhile': again,
}

export const addSentences: Record<Exclude<AddRefusal, 'proof-needed'>, Sentence> = {
  'number-required': numberRequired,
  'adding-paused': {
    message:
      "Adding employees is paused at your firm: several addresses couldn't be added today. Contact support, or try again {when}.",
  },
  'already-in-firm': { message: 'An employee of your firm already has this email address.', field: 'email' },
  'email-taken': elsewhere,
  'last-admin': lastAdmin,
  'changed-meanwhile': again,
}

export const changeEmailSentences: Record<Exclude<ChangeEmailRefusal, 'proof-needed'>, Sentence> = {
  ...addSentences,
  'not-found': { message: gone },
  'not-active': { message: inactive },
  unchanged: { message: 'This employee already has this email address.', field: 'email' },
  'too-many': { message: "This employee's email address was changed five times today. Try again {when}." },
}

export const resendSentences: Record<ResendRefusal, string> = {
  'not-found': gone,
  'not-active': inactive,
  'has-password': "This employee already set a password and doesn't need an invitation.",
  'just-sent': 'We sent an invitation less than a minute ago. Try again {when}.',
}

export const askToConfirmSentences: Record<AskToConfirmRefusal, string> = {
  'not-found': gone,
  'not-active': inactive,
  'no-number': 'There is no mobile number to confirm. Add one first.',
  confirmed: 'This number is already confirmed.',
  'enrollment-open':
    "This person's second factor was reset. The emailed link to set up a phone also confirms the number.",
  'too-soon': 'We sent a link less than a minute ago. Try again {when}.',
  'too-many': 'We sent this person five links today. Try again {when}.',
}

/** What the last action did, for the top of the list. */
export const doneSentences = {
  saved: (name: string) => `Saved changes to ${name}.`,
  pending: (name: string) =>
    `${name} will be notified by email and by text to the old number. The new number takes effect when ${name} confirms it, or after 24 hours.`,
  'number-kept': (name: string) => `Number change canceled. ${name} keeps the old number.`,
  unlocked: (name: string) => `Unlocked tokens and recovery codes of ${name}.`,
  unchanged: () => 'No changes to save.',
  added: (name: string) => `Added ${name}. We've emailed an invitation to set a password.`,
  retried: (name: string) =>
    `Retrying to register the number of ${name} with Authy. Reload in a moment to see the result.`,
  'one-touch': () => 'Saved the OneTouch setting.',
  'second-steps': () =>
    "Saved the allowed sign-in methods. They apply from each person's next sign-in. We've emailed all admins.",
}

/** The panel says what a changed answer means. */
export const ruleAnswers = { 'rule-on': 'on', 'rule-off': 'off' } as const

export const employeesFlashes = { ...doneSentences, ...ruleAnswers }
export type EmployeesFlash = keyof typeof employeesFlashes

export type RecoveryRefusalReason = Exclude<
  MakeOneTimePassRefusal | AskSecondAdminRefusal | ShowOneTimePassRefusal | UnlockRefusal,
  'proof-needed'
>

export const recoverySentences: Record<RecoveryRefusalReason, string> = {
  'not-found': gone,
  'own-account':
    "You can't do this for yourself. Ask another admin. If there is none, choose “I don't have access to my phone” at sign-in.",
  'not-active': inactive,
  'rule-off': 'Two-factor authentication is off for your firm, so there is no second factor to recover.',
  'needs-another-admin':
    "This person's role has changed, so another admin must confirm. Reload the page and request it again.",
  'no-admin': 'This person is no longer an admin. Reload the page to do it yourself.',
  'not-locked': "This person's tokens and recovery codes aren't locked.",
  'unlocked-often':
    "This person's tokens were unlocked three times today. Someone may be guessing. Reset the second factor, or try again {when}.",
  'already-asked': "This was already requested. It's waiting for an answer under Admin, Requests.",
  'nobody-to-confirm':
    "Nobody can confirm this: you are the only other admin, and this person isn't signed in. Ask them to choose “I don't have access to my phone” at sign-in, or try again once they are signed in.",
  'too-many':
    'Five one-time passes were created for this person today. Try again {when}, or reset the second factor.',
  closed: "This request is closed. Its one-time pass can't be shown anymore.",
}

export type RecoveryWords = {
  kind: RecoveryKind
  title: string
  about: string[]
  reasonHint: string
  button: string
}

/** What each kind of recovery is called, what it does, and who is notified. */
export function recoveryWords(kind: RecoveryKind, name: string, isAsked: boolean): RecoveryWords {
  const { effect, button, askButton } = words[kind]
  const asked = `${name} is an admin, so ${name} or another admin must confirm this under Admin, Requests within 24 hours. You can't confirm it yourself. We'll notify ${name} and the other admins right away.`
  return {
    kind,
    title: recoveryTitles[kind],
    about: [effect(name), isAsked ? asked : `We'll email ${name} your name and the reason.`],
    reasonHint: `${name} can read this. It's also kept in the audit log.`,
    button: isAsked ? askButton : button,
  }
}

export const recoveryTitles: Record<RecoveryKind, string> = {
  one_time_pass: 'Create a one-time pass',
  reset: 'Reset second factor',
  sign_out: 'Sign out everywhere',
  unlock: 'Unlock tokens',
}

type Words = { effect: (name: string) => string; button: string; askButton: string }

const words: Record<RecoveryKind, Words> = {
  one_time_pass: {
    effect: (name) =>
      `Shows you a pass to read to ${name}. After the password, it opens only the page to set up another phone. It works once, within an hour. Make sure that you're talking to ${name}: a voice on an incoming call isn't proof.`,
    button: 'Create one-time pass',
    askButton: 'Request one-time pass',
  },
  reset: {
    effect: (name) =>
      `The phone of ${name} will no longer work for sign-in, and all sessions end. ${name} will get an email to set up a new phone. Account and role stay the same.`,
    button: 'Reset second factor',
    askButton: 'Request reset',
  },
  sign_out: {
    effect: (name) =>
      `Signs ${name} out of every device and cancels sign-ins in progress. ${name} can sign in again right away.`,
    button: 'Sign out everywhere',
    askButton: 'Request sign-out',
  },
  unlock: {
    effect: (name) =>
      `Too many wrong tokens or recovery codes were entered for ${name}, so they are locked. This unlocks them. Password, phone and sessions stay the same. Ask ${name} first: if someone else entered them, that person knows the password.`,
    button: 'Unlock tokens',
    askButton: 'Request unlock',
  },
}
