import type { AskRefusal } from '@/lib/cases/person/ask-case'
import type { ResendRefusal } from '@/lib/phone-enrollment/resend-enrollment-link'
import type { CaseState } from '@/prisma/client/enums'
import type { HelpHeading } from '../help-link'

type Sentence = { message: string; field?: string; help: HelpHeading }

export const askSentences: Record<
  Exclude<AskRefusal, 'already-open' | 'being-enrolled' | 'ended'>,
  Sentence
> = {
  'too-many': {
    message:
      'Too many requests for one day. Try again tomorrow, or ask an admin of your firm for a one-time pass.',
    help: 'limits',
  },
  'number-needed': {
    message: 'Type your new mobile number, since it has changed.',
    field: 'newNumber',
    help: 'new-number',
  },
  'number-unchanged': {
    message:
      'This is the number we have already. With it you need not wait: put the SIM card into the new phone and text yourself a token.',
    field: 'newNumber',
    help: 'same-number',
  },
}

/** What a wrong code is answered with. */
export function openSentence(triesLeft: number): string {
  if (triesLeft <= 0) return 'That code is not right, and its tries are used up. Send a new code.'
  return `That code is not right. ${triesLeft} ${triesLeft === 1 ? 'try' : 'tries'} left.`
}

export const oneTimePassSentences = {
  wrong: 'That pass is not right, was used, or has run out. Check it, or ask your admin for a new one.',
  'too-many-tries': 'Too many wrong passes. Wait an hour, or ask your admin to call you.',
}

const soon =
  'A mail is on its way already. Look among the unwanted mail too; a minute later you can ask again.'
const consumed = 'That was the last mail for today. Look for the ones we sent, or try again tomorrow.'

export const pageLinkSentences = {
  'none-open': 'Your request was closed meanwhile. Reload this page to see what you can do.',
  'too-soon': soon,
  'too-many': consumed,
}

export const enrollmentLinkSentences: Record<ResendRefusal, string> = {
  'nothing-to-enroll': 'There is nothing to set up any more. Sign in with your phone.',
  'too-soon': soon,
  'too-many': consumed,
}

/** Where an open request stands, in one line. */
export const stateWords: Record<CaseState, string> = {
  received: 'Received. Nobody has looked at it yet.',
  checking: 'Support is checking it.',
  asked: 'Support has asked you something and waits for your answer.',
  seconding: 'A second supporter is checking it.',
  waiting: 'Approved. The protective wait is running.',
  ready: 'Ready: your new phone can be set up.',
  done: 'Done.',
  stopped: 'Stopped.',
  withdrawn: 'Withdrawn.',
  declined: 'Declined.',
  found: 'Closed, because you signed in with your phone.',
}
