import { maskEmail } from '@/lib/contact/email-address'
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
    subject: 'Reset your password',
    greeting: greet(person.name),
    paragraphs: ['Someone, probably you, asked to reset the password of your Partner Portal account.'],
    facts: [
      ['Where', asked.place],
      ['Browser', asked.browser],
    ],
    button: { words: 'Set a new password', url: link.url },
    after: [
      `The link works once, until ${timeInWords(link.expiresAt)}. Only the newest link works.`,
      isBlocked
        ? "Your old password is blocked because you reported activity you didn't recognize. Nobody can sign in with it."
        : "Didn't ask for this? Ignore this email, and your password stays the same.",
    ],
  }
}

export function invitationMail(
  person: Person & { numberEnding: string | null; requiresSecondFactor: boolean },
  link: { url: string; expiresAt: Date },
): MailContent {
  const firm = oneLine(person.firmName)
  const phone = person.numberEnding
    ? ` Install the Authy app on the phone with the number ending ${person.numberEnding}. You'll need it to sign in.`
    : ''
  return {
    subject: `Your Partner Portal account at ${firm}`,
    greeting: greet(person.name),
    paragraphs: [
      `An admin at ${firm} added you to Partner Portal. Set a password, then sign in with this email address.`,
      ...(person.requiresSecondFactor ? [`${firm} uses two-factor authentication.${phone}`] : []),
    ],
    button: { words: 'Set your password', url: link.url },
    after: [
      `The link works once, until ${timeInWords(link.expiresAt)}. If it expires, your admin can send you a new one.`,
      `Don't know ${firm}? Ignore this email. Nobody can use the account until it has a password.`,
    ],
  }
}

export function confirmEmailMail(
  person: Person & { email: string },
  link: { url: string; expiresAt: Date },
): MailContent {
  const firm = oneLine(person.firmName)
  return {
    subject: 'Confirm your new email address',
    greeting: greet(person.name),
    paragraphs: [
      `An admin at ${firm} changed the email address of your Partner Portal account to this one. To confirm it, open the link and sign in as before, with ${maskEmail(person.email)}.`,
    ],
    button: { words: 'Confirm email address', url: link.url },
    after: [
      `The link works once, until ${timeInWords(link.expiresAt)}. Only the newest link works.`,
      `Don't know ${firm}? Ignore this email. Nothing changes.`,
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
    subject: 'Your phone reset code',
    greeting: greet(person.name),
    paragraphs: [
      'Someone, probably you, entered your password and selected "I don\'t have access to my phone". Use this code to confirm your phone reset request:',
    ],
    facts: [
      ['Code', code],
      ['Valid until', timeInWords(expiresAt)],
      ['When', timeInWords(asked.at)],
      ['Where', asked.place],
      ['Browser', asked.browser],
    ],
    after: [
      'Enter it only on the page where you asked for it. If you closed that page, sign in with your password and select the same button again.',
      `Didn't ask for this? Someone knows your password: reset it at ${forgotten}. Don't give this code to anyone, even by phone. Nothing happens without it.`,
    ],
  }
}

export function enrollmentMail(
  person: Person,
  link: { url: string; expiresAt: Date },
  why: { caseNumber: string | null; pendingNumber: { words: string; until: Date } | null },
): MailContent {
  const firm = oneLine(person.firmName)
  const { pendingNumber, caseNumber } = why
  const button = pendingNumber ? 'Confirm your new number' : 'Set up your phone'
  return {
    subject: pendingNumber ? 'Confirm your new mobile phone number' : 'Set up your new phone',
    greeting: greet(person.name),
    paragraphs: [
      pendingNumber
        ? `An admin at ${firm} changed your mobile phone number to the one ${pendingNumber.words}. Confirm it with the token we'll text to it. Your old number keeps working until you do, or until ${timeInWords(pendingNumber.until)} at the latest.`
        : "The phone you used to sign in was removed from your account. Use this link to set up the phone you have now. Keep it with you: we'll text a token to it.",
    ],
    facts: caseNumber ? [['Case', caseNumber]] : [],
    button: { words: button, url: link.url },
    after: [
      `The link works once, until ${timeInWords(link.expiresAt)}. Only the newest link works. The page asks for your password first.`,
      pendingNumber
        ? `Not your number? Cancel the change with the link in our other email about it, and contact an admin at ${firm}.`
        : 'Link expired? Sign in with your password and ask for a new one there.',
      ...(pendingNumber ? [] : [`Didn't ask for this? Contact an admin at ${firm} right away.`]),
    ],
  }
}
