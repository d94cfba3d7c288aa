import type { CasePage } from '@/lib/cases/person/get-case-page'
import type { CaseState, LossReason } from '@/prisma/client/enums'
import type { HelpHeading } from '../../../help-link'

export const reasonWords: Record<LossReason, string> = {
  lost: 'Lost',
  stolen: 'Stolen',
  broken: 'Broken',
  new_number: 'New number',
}

type Next = { title: string; words: string; help: HelpHeading }

/** What the person reads first: where it stands, and what happens next. */
export function whatNext({ kind, state, reached, declined }: CasePage): Next {
  if (kind === 'number_change') return numberNext[state] ?? lostNext.done
  if (state === 'declined')
    return { ...lostNext.declined, words: `${declined ?? ''} ${lostNext.declined.words}`.trim() }
  if (state === 'received' && reached.includes('checking')) return backInQueue
  return lostNext[state]
}

const backInQueue: Next = {
  title: 'Support goes on with it',
  words:
    'A supporter has looked at it already, and the next one takes it from here. What you said is with it.',
  help: 'case-page',
}

const lostNext: Record<CaseState, Next> = {
  received: {
    title: 'We have your request',
    words:
      'A supporter takes it and checks that it is really you. There is nothing for you to do, but keep an eye on your mail.',
    help: 'case-page',
  },
  checking: {
    title: 'A supporter is checking it',
    words:
      'Somebody may call a number that your firm has on file, or ask your admin. Nobody asks for your password or a token.',
    help: 'case-page',
  },
  asked: {
    title: 'Support has a question',
    words: 'Answer it below. The work goes on from there.',
    help: 'case-page',
  },
  seconding: {
    title: 'A second supporter is checking it',
    words: 'One supporter has agreed. For this account a second one has to.',
    help: 'case-page',
  },
  waiting: {
    title: 'Approved',
    words:
      'Now a protective wait runs, in which everybody who was told can stop it. After it the old phone no longer works, and a link for setting up the new one comes by mail.',
    help: 'case-page',
  },
  ready: {
    title: 'Your new phone can be set up',
    words: 'Open the link in the mail we sent. It works once, for 24 hours, and asks for your password.',
    help: 'set-up',
  },
  done: {
    title: 'Your new phone is set up',
    words: 'Sign in with it. This request is closed.',
    help: 'set-up',
  },
  stopped: {
    title: 'This request was stopped',
    words:
      'Nothing was changed: the old phone stays on the account. If that is a mistake, talk to an admin of your firm.',
    help: 'declined',
  },
  withdrawn: {
    title: 'This request was withdrawn',
    words: 'It is closed, and support does nothing more. You can ask again at any time.',
    help: 'case-page',
  },
  declined: {
    title: 'Support has declined this request',
    words:
      'The old phone stays on the account. You can ask once more, best together with an admin of your firm who confirms it.',
    help: 'declined',
  },
  found: {
    title: 'Closed: your phone is back',
    words:
      'There was a complete sign-in with the phone that was called lost. Was that not you? Choose a new password now.',
    help: 'case-page',
  },
}

const numberNext: Partial<Record<CaseState, Next>> = {
  waiting: {
    title: 'Your new number waits',
    words:
      'An admin of your firm has recorded a new mobile number. It works as soon as you have confirmed it with the link in your mail, or at the end of the protective wait. Until then the old one works.',
    help: 'set-up',
  },
  done: { title: 'The new number works', words: 'Sign in with it. This change is closed.', help: 'set-up' },
  stopped: {
    title: 'This change was stopped',
    words: 'The old number stays. If that is a mistake, talk to an admin of your firm.',
    help: 'declined',
  },
  withdrawn: {
    title: 'This change was taken back',
    words: 'It is closed. A newer change, or a reset of your second step, may have taken its place.',
    help: 'case-page',
  },
}
