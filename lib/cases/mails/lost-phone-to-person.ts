import { readDeclineReason } from '@/lib/cases/decline-reasons'
import { linesOf, timeInWords } from '@/lib/notifications/words/plain-text'
import type { NotifiedAct, ReadyStep, StepWords } from './case-step'

export function lostPhoneToPerson(step: ReadyStep): StepWords {
  return words[step.act](step)
}

const words: Record<NotifiedAct, (step: ReadyStep) => StepWords> = {
  opened: ({ dueAt, reason }) => ({
    subject: 'phone reset requested',
    paragraphs: [
      'Someone, probably you, asked to move your account to another phone. They entered your password and the code we emailed you.',
      `Partner support will review the request and answer${by(dueAt)}. Until then, your old phone keeps working.`,
      ...(reason === 'stolen' ? ['Because the phone was reported stolen, we ended all your sessions.'] : []),
    ],
    after: ['Found your phone? Sign in with it to close the request.'],
  }),

  asked: ({ note, links }) => ({
    subject: 'we have a question',
    paragraphs: [
      'Partner support needs an answer from you before deciding. Your request is on hold until you reply:',
    ],
    quote: linesOf(note),
    button: { words: 'Answer the question', url: links.page },
  }),

  approved: (step) => ({
    subject: isAtOnce(step) ? 'phone reset approved' : 'phone reset approved, security hold started',
    paragraphs: [
      'Partner support verified and approved your request.',
      `${whenItHappens(step)} After that, your old phone stops working, we sign you out everywhere, and we email you a link to set up your new phone.`,
    ],
  }),

  completed: () => ({
    subject: 'your old phone no longer works',
    paragraphs: [
      'Your phone reset is complete. Your old phone no longer works for sign-in, and we signed you out everywhere.',
      "We'll send the link to set up your new phone in a separate email. It works once, within 24 hours, and asks for your password.",
    ],
    after: ['If you cancel now, we register your old number again.'],
  }),

  declined: ({ note, helper, links }) => ({
    subject: "we couldn't approve your request",
    paragraphs: [
      "Thank you for your patience. Partner support couldn't approve your phone reset request.",
      readDeclineReason(note)?.mail ?? "We couldn't verify that the request came from you.",
      'Nothing has changed: your old phone still works for sign-in.',
    ],
    button: { words: 'Sign in and request again', url: links.signIn },
    after: [
      `Think this is a mistake? Ask ${helper} to confirm your identity, and submit a new request: a support agent will review it from the start. If you need to sign in right away, ask ${helper} for a one-time pass.`,
    ],
  }),

  stopped: ({ from, helper, links }) => ({
    subject: 'phone reset canceled',
    paragraphs: [
      `Someone canceled your phone reset request. It is closed for good, and ${from === 'ready' ? "we're registering your old number again" : 'your old phone keeps working'}.`,
      "We're monitoring your account for 7 days: another request will need more proof.",
    ],
    button: { words: 'Reset your password', url: links.forgotten },
    after: [
      "If you didn't ask to move to another phone, someone knows your password. Reset it now.",
      `If you did, find out who canceled it: ask ${helper}, then submit a new request.`,
    ],
  }),

  withdrawn: ({ by: { isPortal } }) => ({
    subject: isPortal ? 'phone reset request closed' : 'phone reset request withdrawn',
    paragraphs: [
      isPortal
        ? 'Your phone reset request was closed because an admin changed your account or its second step.'
        : 'Your phone reset request was withdrawn on its own page. It is closed, and your old phone keeps working.',
    ],
  }),

  found: ({ helper, links }) => ({
    subject: 'request closed because your phone was used',
    paragraphs: [
      'Someone signed in to your account with the phone that was reported lost. We closed the request, and that phone keeps working.',
    ],
    button: { words: 'Reset your password', url: links.forgotten },
    after: [
      "If this was you, you don't need to do anything.",
      `If it wasn't, the person with your phone also knows your password. Reset it now and contact ${helper} right away.`,
    ],
  }),

  enrolled: ({ helper, links }) => ({
    subject: 'your new phone is set up',
    paragraphs: [
      'Your new phone is set up and verified with a token. Use it to sign in from now on. Your old phone no longer works, and the request is closed.',
    ],
    button: { words: 'Sign in', url: links.signIn },
    after: [
      `If this wasn't you, reset your password at ${links.forgotten} and contact ${helper} right away.`,
      'Tip: install the Authy app on a second device with the same number, in case you lose one.',
    ],
  }),
}

function by(dueAt: Date | null): string {
  return dueAt ? ` by ${timeInWords(dueAt)}` : ''
}

export function whenItHappens(step: ReadyStep): string {
  if (step.waitsUntil === null || isAtOnce(step)) return 'The reset takes effect within a few minutes.'
  return `A security hold is in place until ${timeInWords(step.waitsUntil)}. During the hold, nothing changes, and anyone we notified can cancel the request.`
}

function isAtOnce({ at, waitsUntil }: ReadyStep): boolean {
  return waitsUntil === null || waitsUntil.getTime() - at.getTime() < 60_000
}
