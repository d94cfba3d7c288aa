import { maskMobileNumber } from '@/lib/contact/mobile-number'
import { oneLine, timeInWords } from '@/lib/notifications/words/plain-text'
import type { NotifiedAct, ReadyStep, StepWords } from './case-step'

type Wording = Partial<Record<NotifiedAct, (step: ReadyStep) => StepWords>>

export function numberChangeToPerson(step: ReadyStep): StepWords {
  return wordsOf(toPerson, step)
}

export function numberChangeToAdmin(step: ReadyStep): StepWords {
  return wordsOf(toAdmin, step)
}

const toPerson: Wording = {
  opened: (step) => ({
    subject: 'your mobile phone number is changing',
    paragraphs: [
      `${oneLine(step.by.name)} changed the mobile phone number on your account to the one ${numberOf(step)}.`,
      `Your old number keeps working until you confirm the new one, or until ${endOf(step)} at the latest. We'll send the link to confirm it in a separate email.`,
    ],
  }),

  completed: (step) => ({
    subject: 'your mobile phone number was changed',
    paragraphs: [
      `The pending change took effect. Tokens and OneTouch alerts now go to the number ${numberOf(step)}. Your old number no longer works, and we signed you out everywhere.`,
      "Install the Authy app on the phone with that number. You'll need it the next time you sign in.",
    ],
    button: { words: 'Sign in', url: step.links.signIn },
    after: [`Not your number? Contact ${step.helper} right away.`],
  }),

  enrolled: (step) => ({
    subject: 'your new mobile phone number is confirmed',
    paragraphs: [
      `The number ${numberOf(step)} was confirmed with a token. Use it to sign in from now on. Your old number no longer works.`,
    ],
    button: { words: 'Sign in', url: step.links.signIn },
    after: [
      `If this wasn't you, reset your password at ${step.links.forgotten} and contact ${step.helper} right away.`,
    ],
  }),

  stopped: (step) => ({
    subject: 'the change of your number was canceled',
    paragraphs: [
      `Someone canceled the change of your mobile phone number. You keep your old number, and the number ${numberOf(step)} won't be used.`,
      "We're monitoring your account for 7 days.",
    ],
    button: { words: 'Reset your password', url: step.links.forgotten },
    after: ["Don't recognize this? Reset your password to be safe."],
  }),

  withdrawn: (step) => ({
    subject: 'the change of your number was withdrawn',
    paragraphs: [
      step.by.isPortal
        ? `The change of your mobile phone number to the one ${numberOf(step)} was closed because an admin changed your account.`
        : `The change of your mobile phone number to the one ${numberOf(step)} was withdrawn. If another change replaced it, we'll email you about that one separately.`,
    ],
  }),
}

const toAdmin: Wording = {
  opened: (step) => ({
    subject: `${step.person}'s mobile phone number is changing`,
    paragraphs: [
      `${oneLine(step.by.name)} changed ${step.person}'s mobile phone number to the one ${numberOf(step)}.`,
      `The old number keeps working until ${step.person} confirms the new one, or until ${endOf(step)} at the latest.`,
    ],
  }),

  completed: (step) => ({
    subject: `${step.person}'s mobile phone number was changed`,
    paragraphs: [
      `The pending change took effect. ${step.person} now signs in with the number ${numberOf(step)}. The old number no longer works.`,
    ],
  }),

  enrolled: (step) => ({
    subject: `${step.person} confirmed the new number`,
    paragraphs: [
      `${step.person} confirmed the number ${numberOf(step)} with a token. The old number no longer works.`,
    ],
  }),

  stopped: (step) => ({
    subject: `alert: the change of ${step.person}'s number was canceled`,
    paragraphs: [
      `Someone canceled the change of ${step.person}'s mobile phone number to the one ${numberOf(step)}. The old number keeps working, and we're monitoring the account for 7 days.`,
    ],
    after: [`Talk to ${step.person}, and to the admin who made the change.`],
  }),

  withdrawn: (step) => ({
    subject: `the change of ${step.person}'s number was withdrawn`,
    paragraphs: [
      `The change of ${step.person}'s mobile phone number to the one ${numberOf(step)} was withdrawn.`,
    ],
  }),
}

function wordsOf(wording: Wording, step: ReadyStep): StepWords {
  const words = wording[step.act]
  if (!words) throw new Error(`A changed number knows no step "${step.act}"`)
  return words(step)
}

function numberOf({ requestedNumber }: ReadyStep): string {
  return requestedNumber ? maskMobileNumber(requestedNumber) : 'that was requested'
}

function endOf({ waitsUntil }: ReadyStep): string {
  return waitsUntil ? timeInWords(waitsUntil) : '24 hours have passed'
}
