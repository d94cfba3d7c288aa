import { maskMobileNumber } from '@/lib/contact/mobile-number'
import type { MailContent } from '@/lib/notifications/words/parts'
import { greet, oneLine, timeInWords } from '@/lib/notifications/words/plain-text'

type Person = { name: string; firmName: string; mobileNumber: string }

/** An admin asks somebody to confirm the number on file. The letter shows its last digits only. */
export function confirmNumberMail(person: Person, link: { url: string; expiresAt: Date }): MailContent {
  const firm = oneLine(person.firmName)
  return {
    subject: 'Confirm your mobile number',
    greeting: greet(person.name),
    paragraphs: [
      `An admin of ${firm} asks you to confirm the mobile number on your account, ${maskMobileNumber(person.mobileNumber)}. It takes a minute: keep that phone at hand, a token is texted to it.`,
    ],
    button: { words: 'Confirm your number', url: link.url },
    after: [
      `The link works once, until ${timeInWords(link.expiresAt)}. Only the newest link works. The page asks for your password first, and signs you in nowhere.`,
      'Have you not set a password yet? Then open the invitation mail first.',
      `If that is not your number, do not confirm it, and tell an admin of ${firm}.`,
    ],
  }
}
