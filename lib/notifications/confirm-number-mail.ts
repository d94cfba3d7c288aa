import { maskMobileNumber } from '@/lib/contact/mobile-number'
import type { MailContent } from '@/lib/notifications/words/parts'
import { greet, oneLine, timeInWords } from '@/lib/notifications/words/plain-text'

type Person = { name: string; firmName: string; mobileNumber: string }

export function confirmNumberMail(person: Person, link: { url: string; expiresAt: Date }): MailContent {
  const firm = oneLine(person.firmName)
  return {
    subject: 'Confirm your mobile phone number',
    greeting: greet(person.name),
    paragraphs: [
      `An admin at ${firm} asked you to confirm the mobile phone number on your account, ${maskMobileNumber(person.mobileNumber)}. It takes a minute. Keep that phone with you: we'll text a token to it.`,
    ],
    button: { words: 'Confirm your number', url: link.url },
    after: [
      `The link works once, until ${timeInWords(link.expiresAt)}. Only the newest link works. The page asks for your password first and doesn't sign you in.`,
      "Haven't set a password yet? Open your invitation email first.",
      `Not your number? Don't confirm it, and contact an admin at ${firm}.`,
    ],
  }
}
