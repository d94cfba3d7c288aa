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

/** What the person reads first: the status, and what happens next. */
export function whatNext({ kind, state, reached, declined }: CasePage): Next {
  if (kind === 'number_change') return numberNext[state] ?? lostNext.done
  if (state === 'declined')
    return { ...lostNext.declined, words: `${declined ?? ''} ${lostNext.declined.words}`.trim() }
  if (state === 'received' && reached.includes('checking')) return backInQueue
  return lostNext[state]
}

const backInQueue: Next = {
  title: 'Another agent will pick this up',
  words: "Support has started the review. The next agent can see everything you've sent us.",
  help: 'case-page',
}

const lostNext: Record<CaseState, Next> = {
  received: {
    title: 'We have your request',
    words: 'A support agent will verify your identity. Watch your email.',
    help: 'case-page',
  },
  checking: {
    title: 'A support agent is reviewing your request',
    words:
      "The agent may call a number your firm has on file, or contact your admin. We'll never ask for your password or a token.",
    help: 'case-page',
  },
  asked: {
    title: 'Support has a question',
    words: 'Answer it below so we can continue.',
    help: 'case-page',
  },
  seconding: {
    title: 'A second support agent is reviewing your request',
    words: 'One agent has approved it. This account needs a second approval.',
    help: 'case-page',
  },
  waiting: {
    title: 'Approved',
    words:
      "During the security hold, anyone we notified can cancel the request. After that, your old phone no longer works for sign-in, and we'll email you a link to set up your new one.",
    help: 'case-page',
  },
  ready: {
    title: 'Set up your new phone',
    words: 'Open the link we emailed you. It works once, for 24 hours, and asks for your password.',
    help: 'new-phone',
  },
  done: {
    title: 'Your new phone is set up',
    words: 'Use it to sign in. This request is closed.',
    help: 'new-phone',
  },
  stopped: {
    title: 'This request was canceled',
    words:
      'Nothing changed: your old phone is still on the account. If this is a mistake, contact an admin at your firm.',
    help: 'declined',
  },
  withdrawn: {
    title: 'This request was withdrawn',
    words: "It's closed. You can request a phone reset again at any time.",
    help: 'case-page',
  },
  declined: {
    title: 'Support declined this request',
    words:
      'Your old phone is still on the account. You can request a phone reset again; ask an admin at your firm to confirm it.',
    help: 'declined',
  },
  found: {
    title: 'Closed: your phone is back',
    words:
      "Someone signed in with the phone that was reported lost. If that wasn't you, reset your password now.",
    help: 'case-page',
  },
}

const numberNext: Partial<Record<CaseState, Next>> = {
  waiting: {
    title: 'Your new number is pending',
    words:
      'An admin at your firm entered a new mobile number for you. It takes effect when you confirm it with the link we emailed you, or when the security hold ends. Until then, your old number works.',
    help: 'new-phone',
  },
  done: {
    title: 'Your new number works',
    words: 'Use it to sign in. This change is closed.',
    help: 'new-phone',
  },
  stopped: {
    title: 'This change was canceled',
    words: 'Your old number stays. If this is a mistake, contact an admin at your firm.',
    help: 'declined',
  },
  withdrawn: {
    title: 'This change was withdrawn',
    words: "It's closed. A newer change, or a reset of your sign-in methods, may have replaced it.",
    help: 'case-page',
  },
}

/** "3 h 12 min"; with seconds where a script counts them down. */
export function timeLeft(seconds: number, withSeconds = false): string {
  const left = Math.max(0, seconds)
  const hours = Math.floor(left / 3600)
  const minutes = Math.floor((left % 3600) / 60)
  const parts = [hours > 0 && `${hours} h`, (hours > 0 || minutes > 0) && `${minutes} min`]
  if (withSeconds || left < 60) parts.push(`${Math.floor(left % 60)} s`)
  return parts.filter(Boolean).join(' ')
}

/** What was just sent, shown while it still holds. */
export const casePageFlashes = {
  opened: "Request submitted. We've emailed you the link to this page.",
  answered: 'Thanks. Support has your answer, and an agent will pick this up.',
}

export type CasePageFlash = keyof typeof casePageFlashes
