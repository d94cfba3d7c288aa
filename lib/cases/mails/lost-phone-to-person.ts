import { readDeclineReason } from '@/lib/cases/decline-reasons'
import { linesOf, timeInWords } from '@/lib/notifications/words/plain-text'
import type { NotifiedAct, ReadyStep, StepWords } from './case-step'

export function lostPhoneToPerson(step: ReadyStep): StepWords {
  return words[step.act](step)
}

const words: Record<NotifiedAct, (step: ReadyStep) => StepWords> = {
  opened: ({ dueAt, reason }) => ({
    subject: 'another phone for your account',
    paragraphs: [
      'Somebody, probably you, asked to use another phone for signing in to your account. Your password and the code from our mail were right.',
      `Partner support looks at it and answers${by(dueAt)}. Until then nothing changes: your old phone keeps working.`,
      ...(reason === 'stolen' ? ['Because the phone was stolen, all your sessions were ended at once.'] : []),
    ],
    after: ['Found your phone? Sign in with it, and the request closes by itself.'],
  }),

  asked: ({ note, links }) => ({
    subject: 'we have a question',
    paragraphs: [
      'Partner support has a question before it can decide. The clock stands still until you answer:',
    ],
    quote: linesOf(note),
    button: { words: 'Answer the question', url: links.page },
  }),

  approved: (step) => ({
    subject: isAtOnce(step) ? 'approved' : 'approved, with time to object',
    paragraphs: [
      'Partner support has checked the request and approved it.',
      `${whenItHappens(step)} Then your old phone no longer works, you are signed out everywhere, and a mail brings you the link for setting up the new phone.`,
    ],
  }),

  completed: () => ({
    subject: 'your old phone no longer works',
    paragraphs: [
      'The request was carried out. Your old phone no longer works for signing in, and you were signed out everywhere.',
      'A separate mail brings the link for setting up the new phone. It works once, for 24 hours, and the page asks for your password.',
    ],
    after: ['Stopping it now still helps: your old number is then registered again.'],
  }),

  declined: ({ note, helper, links }) => ({
    subject: 'we could not approve your request',
    paragraphs: [
      'Thank you for your patience. Partner support could not approve the request for another phone.',
      readDeclineReason(note)?.mail ?? 'We could not make sure that the request comes from you.',
      'Nothing has changed: your old phone stays the one for signing in.',
    ],
    button: { words: 'Sign in and ask again', url: links.signIn },
    after: [
      `If you think that this is wrong, ask ${helper} to vouch for you, and open a new request: a supporter looks at it afresh. A one-time pass from ${helper} helps at once.`,
    ],
  }),

  stopped: ({ from, helper, links }) => ({
    subject: 'the request was stopped',
    paragraphs: [
      `Somebody pressed "Stop this request". It is closed for good, and ${from === 'ready' ? 'your old number is being registered again' : 'you have kept your old phone'}.`,
      'Your account is on watch for 7 days: another request needs more proof.',
    ],
    button: { words: 'Choose a new password', url: links.forgotten },
    after: [
      'If you had not asked for another phone, somebody knows your password: choose a new one now.',
      `If you had asked yourself, find out who stopped it: ask ${helper}, then open a new request.`,
    ],
  }),

  withdrawn: ({ by: { isPortal } }) => ({
    subject: isPortal ? 'the request was closed' : 'the request was withdrawn',
    paragraphs: [
      isPortal
        ? 'The request for another phone was closed, because an admin has changed your account or its second step meanwhile. Nothing more comes of it.'
        : 'The request for another phone was withdrawn on its own page. It is closed, and your old phone keeps working.',
    ],
  }),

  found: ({ helper, links }) => ({
    subject: 'closed, because that phone was used',
    paragraphs: [
      'Somebody signed in to your account with the phone that the request calls lost. So the request was closed, and that phone keeps working.',
    ],
    button: { words: 'Choose a new password', url: links.forgotten },
    after: [
      'If that was you, there is nothing to do.',
      `If that was not you, whoever has your phone knows your password too: choose a new one now, and tell ${helper} at once.`,
    ],
  }),

  enrolled: ({ helper, links }) => ({
    subject: 'your new phone is set up',
    paragraphs: [
      'Your new phone was set up, and proved with a token. Sign in with it from now on. The old phone no longer works, and the request is closed.',
    ],
    button: { words: 'Sign in', url: links.signIn },
    after: [
      `If this was not you, choose a new password at ${links.forgotten} and tell ${helper} at once.`,
      'A tip: install the app on a second device with the same number, for the day when one is lost.',
    ],
  }),
}

function by(dueAt: Date | null): string {
  return dueAt ? ` by ${timeInWords(dueAt)}` : ''
}

export function whenItHappens(step: ReadyStep): string {
  if (step.waitsUntil === null || isAtOnce(step)) return 'It is carried out within the next minutes.'
  return `So that you can object, it is carried out only on ${timeInWords(step.waitsUntil)}; until then everything stays as it is.`
}

/** Where the waiting time is over as soon as it begins, nobody is told to wait. */
function isAtOnce({ at, waitsUntil }: ReadyStep): boolean {
  return waitsUntil === null || waitsUntil.getTime() - at.getTime() < 60_000
}
