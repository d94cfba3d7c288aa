import type { MailContent } from '@/lib/notifications/words/parts'
import { greet, oneLine, timeInWords } from '@/lib/notifications/words/plain-text'

type Person = { name: string; firmName: string }

export function resetMail(
  person: Person,
  link: { url: string; expiresAt: Date },
  asked: { place: string; browser: string },
  isBlocked = false,
): MailContent {
  return {
    subject: 'Choose a new password',
    greeting: greet(person.name),
    paragraphs: ['Somebody, probably you, asked for a new password for your Partner Portal account.'],
    facts: [
      ['Asked from', asked.place],
      ['Browser', asked.browser],
    ],
    button: { words: 'Choose a new password', url: link.url },
    after: [
      `The link works once, until ${timeInWords(link.expiresAt)}. Only the newest link works.`,
      isBlocked
        ? 'The old password is switched off since you said that something was not you. Nobody gets in with it.'
        : 'If you did not ask for it, do nothing: your password stays as it is.',
    ],
  }
}

export function invitationMail(
  person: Person & { numberEnding: string | null; requiresSecondFactor: boolean },
  link: { url: string; expiresAt: Date },
): MailContent {
  const firm = oneLine(person.firmName)
  const phone = person.numberEnding
    ? ` Install the Authy app on the phone with the number ending ${person.numberEnding}; signing in asks for it.`
    : ''
  return {
    subject: `Your Partner Portal account at ${firm}`,
    greeting: greet(person.name),
    paragraphs: [
      `An admin of ${firm} has added you to Partner Portal. Choose a password, then sign in with this e-mail address.`,
      ...(person.requiresSecondFactor ? [`${firm} uses two-factor authentication.${phone}`] : []),
    ],
    button: { words: 'Set your password', url: link.url },
    after: [
      `The link works once, until ${timeInWords(link.expiresAt)}. Later you can get a new one from your admin.`,
      `If you do not know ${firm}, ignore this message: without a password nobody can use the account.`,
    ],
  }
}

export function caseCodeMail(
  person: Person,
  { code, expiresAt }: { code: string; expiresAt: Date },
  asked: { at: Date; place: string; browser: string },
  forgotten: string,
): MailContent {
  return {
    subject: 'Your code for a lost phone',
    greeting: greet(person.name),
    paragraphs: [
      'Somebody, probably you, typed your password and pressed "I don\'t have access to my phone". This code opens the request:',
    ],
    facts: [
      ['Code', code],
      ['Valid until', timeInWords(expiresAt)],
      ['When', timeInWords(asked.at)],
      ['Asked from', asked.place],
      ['Browser', asked.browser],
    ],
    after: [
      'Type it on the page where you asked for it, and nowhere else. If you have closed that page, sign in with your password and press the same button again.',
      `If you did not ask, somebody knows your password: choose a new one at ${forgotten}. Give the code to nobody, also not by phone. Without it nothing happens.`,
    ],
  }
}

/** `heldNumber`: an admin has changed the number of somebody who still has the old one. */
export function enrollmentMail(
  person: Person,
  link: { url: string; expiresAt: Date },
  why: { caseNumber: string | null; pendingNumber: { words: string; until: Date } | null },
): MailContent {
  const firm = oneLine(person.firmName)
  const { pendingNumber, caseNumber } = why
  const button = pendingNumber ? 'Confirm your new number' : 'Set up your phone'
  return {
    subject: pendingNumber ? 'Confirm your new mobile number' : 'Set up your new phone',
    greeting: greet(person.name),
    paragraphs: [
      pendingNumber
        ? `An admin of ${firm} has recorded another mobile number for you, ${pendingNumber.words}. Confirm it with the token that is texted to it. Until then, and at most until ${timeInWords(pendingNumber.until)}, your old number keeps working.`
        : 'The phone that you used for signing in was removed from your account. With this link you set up the one that you have now. Keep it at hand: a token is texted to it.',
    ],
    facts: caseNumber ? [['Case', caseNumber]] : [],
    button: { words: button, url: link.url },
    after: [
      `The link works once, for 24 hours, until ${timeInWords(link.expiresAt)}. Only the newest link works. The page asks for your password first.`,
      pendingNumber
        ? `If that is not your number, stop the change with the link in the other mail about it, and ask an admin of ${firm}.`
        : 'If the link has run out, sign in with your password, and ask for a new one there.',
      ...(pendingNumber ? [] : [`If you did not ask for this, tell an admin of ${firm} at once.`]),
    ],
  }
}
