import type { AskRefusal } from '@/lib/cases/person/ask-case'
import type { ResendRefusal } from '@/lib/phone-enrollment/resend-enrollment-link'
import type { CaseState } from '@/prisma/client/enums'
import type { HelpHeading } from '../help-link'

type Sentence = { message: string; field?: string; help: HelpHeading }

export const askSentences: Record<
  Exclude<AskRefusal, 'already-open' | 'being-enrolled' | 'ended'>,
  Sentence
> = {
  'too-soon': {
    message: "We've just emailed you a code. Enter that one, or send a new one {when}.",
    help: 'limits',
  },
  'too-many': {
    message: 'Too many requests today. Try again {when}, or ask an admin at your firm for a one-time pass.',
    help: 'limits',
  },
  'number-needed': {
    message: 'Enter your new mobile number.',
    field: 'newNumber',
    help: 'new-number',
  },
  'number-unchanged': {
    message:
      "We already have this number, so you don't need to wait. Put the SIM card into the new phone and text yourself a token.",
    field: 'newNumber',
    help: 'same-number',
  },
}

/** The answer to a wrong code. */
export function openSentence(triesLeft: number): string {
  if (triesLeft <= 0) return 'That code is wrong, and no tries are left. Send a new code.'
  return `That code is wrong. You have ${triesLeft} ${triesLeft === 1 ? 'try' : 'tries'} left.`
}

export const oneTimePassSentences = {
  wrong: 'That one-time pass is wrong, used or expired. Check it, or ask your admin for a new one.',
  'too-many-tries': 'Too many wrong one-time passes. Try again {when}.',
}

const soon = "We've already sent an email. Check your spam folder, or try again {when}."
const consumed = 'That was the last email for today. Look for the ones we sent, or try again {when}.'

export const pageLinkSentences = {
  'none-open': 'Your request has been closed. Reload this page to see your options.',
  'too-soon': soon,
  'too-many': consumed,
}

export const enrollmentLinkSentences: Record<ResendRefusal, string> = {
  'nothing-to-enroll': 'Your phone is already set up. Sign in with it.',
  'blocked-by-mail':
    "A link alone isn't enough, because your password was reset by email. Ask an admin at your firm for a one-time pass.",
  'too-soon': soon,
  'too-many': consumed,
}

/** The state of a request, in one line. */
export const stateWords: Record<CaseState, string> = {
  received: 'Received. Waiting for a support agent.',
  checking: 'A support agent is reviewing it.',
  asked: 'Support asked you a question and is waiting for your answer.',
  seconding: 'A second support agent is reviewing it.',
  waiting: 'Approved. The security hold is running.',
  ready: 'Ready. You can set up your new phone.',
  done: 'Done.',
  stopped: 'Canceled.',
  withdrawn: 'Withdrawn.',
  declined: 'Declined.',
  found: 'Closed because you signed in with your phone.',
}
