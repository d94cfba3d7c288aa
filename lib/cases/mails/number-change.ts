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
    subject: 'your mobile number is about to change',
    paragraphs: [
      `${oneLine(step.by.name)} has changed the mobile number on your account to the one ${numberOf(step)}.`,
      `Your old number keeps working until you confirm the new one, and at most until ${endOf(step)}. A separate mail brings the link for confirming it.`,
    ],
  }),

  completed: (step) => ({
    subject: 'your mobile number was changed',
    paragraphs: [
      `Nobody objected. Tokens and sign-in requests now go to the number ${numberOf(step)}; the old number no longer works, and you were signed out everywhere.`,
      'Install the Authy app on the phone with that number. The next sign-in asks for it.',
    ],
    button: { words: 'Sign in', url: step.links.signIn },
    after: [`If that is not your number, tell ${step.helper} at once.`],
  }),

  enrolled: (step) => ({
    subject: 'your new mobile number is confirmed',
    paragraphs: [
      `The number ${numberOf(step)} was confirmed with a token. Sign in with it from now on; the old number no longer works.`,
    ],
    button: { words: 'Sign in', url: step.links.signIn },
    after: [
      `If this was not you, choose a new password at ${step.links.forgotten} and tell ${step.helper} at once.`,
    ],
  }),

  stopped: (step) => ({
    subject: 'the change of your number was stopped',
    paragraphs: [
      `Somebody pressed "Stop this request". Your old number stays, and the number ${numberOf(step)} was not put in its place.`,
      'Your account is on watch for 7 days.',
    ],
    button: { words: 'Choose a new password', url: step.links.forgotten },
    after: ['If you do not know what this is about, choose a new password to be on the safe side.'],
  }),

  withdrawn: (step) => ({
    subject: 'the change of your number is off',
    paragraphs: [
      step.by.isPortal
        ? `The change of your mobile number to the one ${numberOf(step)} was closed, because your account was changed by an admin meanwhile.`
        : `The change of your mobile number to the one ${numberOf(step)} is off. If it was replaced by another change, another mail tells of that.`,
    ],
  }),
}

const toAdmin: Wording = {
  opened: (step) => ({
    subject: `${step.person} gets another mobile number`,
    paragraphs: [
      `${oneLine(step.by.name)} has changed the mobile number of ${step.person} to the one ${numberOf(step)}.`,
      `The old number keeps working until ${step.person} confirms the new one, and at most until ${endOf(step)}.`,
    ],
  }),

  completed: (step) => ({
    subject: `the mobile number of ${step.person} was changed`,
    paragraphs: [
      `Nobody objected. ${step.person} now signs in with the number ${numberOf(step)}; the old number no longer works.`,
    ],
  }),

  enrolled: (step) => ({
    subject: `${step.person} has confirmed the new number`,
    paragraphs: [
      `${step.person} has confirmed the number ${numberOf(step)} with a token. The old number no longer works.`,
    ],
  }),

  stopped: (step) => ({
    subject: `alert: the change of the number of ${step.person} was stopped`,
    paragraphs: [
      `Somebody stopped the change of the mobile number of ${step.person} to the one ${numberOf(step)}. The old number stays, and the account is on watch for 7 days.`,
    ],
    after: [`Speak with ${step.person}, and with whoever made the change.`],
  }),

  withdrawn: (step) => ({
    subject: `the change of the number of ${step.person} is off`,
    paragraphs: [`The change of the mobile number of ${step.person} to the one ${numberOf(step)} is off.`],
  }),
}

function wordsOf(wording: Wording, step: ReadyStep): StepWords {
  const words = wording[step.act]
  if (!words) throw new Error(`A changed number knows no step "${step.act}"`)
  return words(step)
}

function numberOf({ requestedNumber }: ReadyStep): string {
  return requestedNumber ? maskMobileNumber(requestedNumber) : 'that was asked for'
}

function endOf({ waitsUntil }: ReadyStep): string {
  return waitsUntil ? timeInWords(waitsUntil) : 'a day has passed'
}
