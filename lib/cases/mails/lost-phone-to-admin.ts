import { timeInWords } from '@/lib/notifications/words/plain-text'
import type { NotifiedAct, ReadyStep, StepWords } from './case-step'
import { whenItHappens } from './lost-phone-to-person'

export function lostPhoneToAdmin(step: ReadyStep): StepWords {
  return words[step.act](step)
}

const words: Record<NotifiedAct, (step: ReadyStep) => StepWords> = {
  opened: ({ person, firm, reader, dueAt }) => ({
    subject: `${person} asks to use another phone`,
    paragraphs: [
      `${person} of ${firm} asked to use another phone for signing in. The password and the code from a mail were right; that alone proves nothing about the person.`,
      reader === 'supporter'
        ? `A supporter who is not ${person} decides${by(dueAt)}.`
        : `Partner support decides${by(dueAt)}. Your word helps: if ${person} tells you, by phone or in person, that it is so, confirm it with the link below.`,
    ],
  }),

  asked: ({ person }) => ({
    subject: `a question to ${person}`,
    paragraphs: [`Partner support has asked ${person} something. The clock stands still until the answer.`],
  }),

  approved: (step) => ({
    subject: `another phone for ${step.person} was approved`,
    paragraphs: [
      `Partner support has checked the request of ${step.person} for another phone and approved it.`,
      `${whenItHappens(step)} Then the old phone no longer works.`,
    ],
  }),

  completed: ({ person }) => ({
    subject: `the old phone of ${person} no longer works`,
    paragraphs: [
      `The request was carried out. The old phone of ${person} no longer works for signing in, and all sessions have ended.`,
      `${person} was mailed a link for setting up the new phone. Stopping it now registers the old number again.`,
    ],
  }),

  declined: ({ person }) => ({
    subject: `the request of ${person} was declined`,
    paragraphs: [
      `Partner support could not approve the request of ${person} for another phone. The reason was told to ${person}. The old phone stays the one for signing in.`,
    ],
    after: [
      `If you know that the request was right, vouch for ${person} when it is made again, or send ${person} a one-time pass.`,
    ],
  }),

  stopped: ({ person, from }) => ({
    subject: `alert: the request of ${person} was stopped`,
    paragraphs: [
      `Somebody stopped the request of ${person} for another phone. If ${person} had not asked for it, somebody knows the password of ${person}.`,
      `The request is closed for good, ${from === 'ready' ? 'the old number is being registered again' : 'the old phone keeps working'}, and the account is on watch for 7 days.`,
    ],
    after: [
      `Speak with ${person} now. If in doubt, end the sessions of ${person} in Manage Employees, and see that a new password is chosen.`,
    ],
  }),

  withdrawn: ({ person, by: { isPortal } }) => ({
    subject: `the request of ${person} was ${isPortal ? 'closed' : 'withdrawn'}`,
    paragraphs: [
      isPortal
        ? `The request of ${person} for another phone was closed, because the account or its second step was changed by an admin meanwhile.`
        : `The request of ${person} for another phone was withdrawn. It is closed, and the old phone keeps working.`,
    ],
  }),

  found: ({ person }) => ({
    subject: `the request of ${person} was closed`,
    paragraphs: [
      `Somebody signed in to the account of ${person} with the phone that the request calls lost. So the request was closed, and that phone keeps working.`,
    ],
    after: [
      `If ${person} has not found the phone, whoever has it knows the password too: end the sessions of ${person} in Manage Employees at once.`,
    ],
  }),

  enrolled: ({ person }) => ({
    subject: `${person} has set up the new phone`,
    paragraphs: [
      `${person} has set up the new phone and proved it with a token. The old phone no longer works, and the request is closed.`,
    ],
  }),
}

function by(dueAt: Date | null): string {
  return dueAt ? ` by ${timeInWords(dueAt)}` : ''
}
