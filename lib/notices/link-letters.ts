import { greet, type Letter, oneLine, timeInWords } from './letter'

type Person = { name: string; firmName: string }

export function resetLetter(
  person: Person,
  link: { url: string; expiresAt: Date },
  asked: { place: string; browser: string },
): Letter {
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
      'If you did not ask for it, do nothing: your password stays as it is.',
    ],
  }
}

export function invitationLetter(
  person: Person & { numberEnding: string | null; requiresSecondFactor: boolean },
  link: { url: string; expiresAt: Date },
): Letter {
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
