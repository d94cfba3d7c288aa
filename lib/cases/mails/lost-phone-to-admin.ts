import { timeInWords } from '@/lib/notifications/words/plain-text'
import type { NotifiedAct, ReadyStep, StepWords } from './case-step'
import { whenItHappens } from './lost-phone-to-person'

export function lostPhoneToAdmin(step: ReadyStep): StepWords {
  return words[step.act](step)
}

const words: Record<NotifiedAct, (step: ReadyStep) => StepWords> = {
  opened: ({ person, firm, reader, dueAt }) => ({
    subject: `${person} requested a phone reset`,
    paragraphs: [
      `${person} at ${firm} asked to move their account to another phone. The password and the emailed code were correct, but that alone doesn't prove who asked.`,
      reader === 'supporter'
        ? `A support agent other than ${person} decides${by(dueAt)}.`
        : `Partner support decides${by(dueAt)}. Your confirmation helps: if ${person} tells you by phone or in person that they asked for this, confirm it with the link below.`,
    ],
  }),

  asked: ({ person }) => ({
    subject: `a question for ${person}`,
    paragraphs: [`Partner support asked ${person} a question. The request is on hold until they answer.`],
  }),

  approved: (step) => ({
    subject: `phone reset for ${step.person} approved`,
    paragraphs: [
      `Partner support verified and approved ${step.person}'s phone reset request.`,
      `${whenItHappens(step)} After that, the old phone stops working.`,
    ],
  }),

  completed: ({ person }) => ({
    subject: `${person}'s old phone no longer works`,
    paragraphs: [
      `The phone reset is complete. ${person}'s old phone no longer works for sign-in, and all sessions have ended.`,
      `We emailed ${person} a link to set up the new phone. If you cancel now, we register the old number again.`,
    ],
  }),

  declined: ({ person }) => ({
    subject: `${person}'s request was declined`,
    paragraphs: [
      `Partner support couldn't approve ${person}'s phone reset request, and told ${person} why. The old phone still works for sign-in.`,
    ],
    after: [
      `If you know the request was genuine, confirm ${person}'s identity on the next request, or create a one-time pass for ${person}.`,
    ],
  }),

  stopped: ({ person, from }) => ({
    subject: `alert: ${person}'s request was canceled`,
    paragraphs: [
      `Someone canceled ${person}'s phone reset request. If ${person} didn't make that request, someone knows ${person}'s password.`,
      `The request is closed for good, ${from === 'ready' ? "we're registering the old number again" : 'the old phone keeps working'}, and we're monitoring the account for 7 days.`,
    ],
    after: [
      `Talk to ${person} now. If in doubt, end ${person}'s sessions in Manage Employees and ask ${person} to reset the password.`,
    ],
  }),

  withdrawn: ({ person, by: { isPortal } }) => ({
    subject: `${person}'s request was ${isPortal ? 'closed' : 'withdrawn'}`,
    paragraphs: [
      isPortal
        ? `${person}'s phone reset request was closed because an admin changed the account or its second step.`
        : `${person}'s phone reset request was withdrawn. It is closed, and the old phone keeps working.`,
    ],
  }),

  found: ({ person }) => ({
    subject: `${person}'s request was closed`,
    paragraphs: [
      `Someone signed in to ${person}'s account with the phone that was reported lost. We closed the request, and that phone keeps working.`,
    ],
    after: [
      `If ${person} hasn't found the phone, the person who has it also knows the password. End ${person}'s sessions in Manage Employees right away.`,
    ],
  }),

  enrolled: ({ person }) => ({
    subject: `${person} set up a new phone`,
    paragraphs: [
      `${person} set up the new phone and verified it with a token. The old phone no longer works, and the request is closed.`,
    ],
  }),
}

function by(dueAt: Date | null): string {
  return dueAt ? ` by ${timeInWords(dueAt)}` : ''
}
