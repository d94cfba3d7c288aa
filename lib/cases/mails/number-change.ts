import { maskMobileNumber } from '@/lib/contact/mobile-number'
import { oneLine, timeInWords } from '@/lib/notifications/mail-layout'
import type { ReadyNews, StepWords, ToldAct } from './case-step'

type Wording = Partial<Record<ToldAct, (news: ReadyNews) => StepWords>>

export function numberChangeToPerson(news: ReadyNews): StepWords {
  return wordsOf(toPerson, news)
}

export function numberChangeToAdmin(news: ReadyNews): StepWords {
  return wordsOf(toAdmin, news)
}

const toPerson: Wording = {
  opened: (news) => ({
    subject: 'your mobile number is about to change',
    paragraphs: [
      `${oneLine(news.by.name)} has changed the mobile number on your account to the one ${numberOf(news)}.`,
      `Your old number keeps working until you confirm the new one, and at most until ${endOf(news)}. A separate mail brings the link for confirming it.`,
    ],
  }),

  completed: (news) => ({
    subject: 'your mobile number was changed',
    paragraphs: [
      `Nobody objected. Tokens and sign-in requests now go to the number ${numberOf(news)}; the old number no longer works, and you were signed out everywhere.`,
      'Install the Authy app on the phone with that number. The next sign-in asks for it.',
    ],
    button: { words: 'Sign in', url: news.links.signIn },
    after: [`If that is not your number, tell ${news.leader} at once.`],
  }),

  'set-up': (news) => ({
    subject: 'your new mobile number is confirmed',
    paragraphs: [
      `The number ${numberOf(news)} was confirmed with a token. Sign in with it from now on; the old number no longer works.`,
    ],
    button: { words: 'Sign in', url: news.links.signIn },
    after: [
      `If this was not you, choose a new password at ${news.links.forgotten} and tell ${news.leader} at once.`,
    ],
  }),

  stopped: (news) => ({
    subject: 'the change of your number was stopped',
    paragraphs: [
      `Somebody pressed "Stop this request". Your old number stays, and the number ${numberOf(news)} was not put in its place.`,
      'Your account is on watch for 7 days.',
    ],
    button: { words: 'Choose a new password', url: news.links.forgotten },
    after: ['If you do not know what this is about, choose a new password to be on the safe side.'],
  }),

  withdrawn: (news) => ({
    subject: 'the change of your number is off',
    paragraphs: [
      news.by.isPortal
        ? `The change of your mobile number to the one ${numberOf(news)} was closed, because your account was changed by an admin meanwhile.`
        : `The change of your mobile number to the one ${numberOf(news)} is off. If it was replaced by another change, another mail tells of that.`,
    ],
  }),
}

const toAdmin: Wording = {
  opened: (news) => ({
    subject: `${news.person} gets another mobile number`,
    paragraphs: [
      `${oneLine(news.by.name)} has changed the mobile number of ${news.person} to the one ${numberOf(news)}.`,
      `The old number keeps working until ${news.person} confirms the new one, and at most until ${endOf(news)}.`,
    ],
  }),

  completed: (news) => ({
    subject: `the mobile number of ${news.person} was changed`,
    paragraphs: [
      `Nobody objected. ${news.person} now signs in with the number ${numberOf(news)}; the old number no longer works.`,
    ],
  }),

  'set-up': (news) => ({
    subject: `${news.person} has confirmed the new number`,
    paragraphs: [
      `${news.person} has confirmed the number ${numberOf(news)} with a token. The old number no longer works.`,
    ],
  }),

  stopped: (news) => ({
    subject: `alert: the change of the number of ${news.person} was stopped`,
    paragraphs: [
      `Somebody stopped the change of the mobile number of ${news.person} to the one ${numberOf(news)}. The old number stays, and the account is on watch for 7 days.`,
    ],
    after: [`Speak with ${news.person}, and with whoever made the change.`],
  }),

  withdrawn: (news) => ({
    subject: `the change of the number of ${news.person} is off`,
    paragraphs: [`The change of the mobile number of ${news.person} to the one ${numberOf(news)} is off.`],
  }),
}

function wordsOf(wording: Wording, news: ReadyNews): StepWords {
  const words = wording[news.act]
  if (!words) throw new Error(`A changed number knows no step "${news.act}"`)
  return words(news)
}

function numberOf({ requestedNumber }: ReadyNews): string {
  return requestedNumber ? maskMobileNumber(requestedNumber) : 'that was asked for'
}

function endOf({ waitsUntil }: ReadyNews): string {
  return waitsUntil ? timeInWords(waitsUntil) : 'a day has passed'
}
