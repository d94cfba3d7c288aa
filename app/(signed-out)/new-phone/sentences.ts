import * as secondStep from '@/app/second-factor/sentences'
import type { ChooseRefusal } from '@/lib/phone-enrollment/choose-number'
import type { SendRefusal } from '@/lib/sign-in-methods/tokens/send-token'

export const startSentences = {
  'link-ended': 'This link has just expired. Sign in with your password to get a new one.',
  wrong: "That's not your password, or there were too many tries. Check it, or reset your password.",
  busy: "Many people are signing in right now, so we couldn't check your password. Try again in 10 seconds.",
}

export const chooseSentences: Record<Exclude<ChooseRefusal, 'ended'>, string> = {
  'number-needed': 'Enter the number of the phone you have now.',
  'number-fixed':
    'This link can only confirm the number that your admin entered. If the number is wrong, ask your admin to correct it.',
  'number-refused': "Authy doesn't accept this number. Check the digits, or use another mobile number.",
  'too-many': 'Too many numbers today. Try again {when}, or ask an admin at your firm.',
  'provider-down': "We couldn't register the number: Authy isn't responding. Try again in a moment.",
}

export const sendSentences: Record<SendRefusal, string> = {
  ...secondStep.sendSentences,
  'no-number': 'Choose the number first.',
  'not-registered': 'Choose the number first.',
  'country-closed':
    "We can't send texts to this number's country. Use another number, or the token that the Authy app shows.",
  'text-not-allowed': "Your firm doesn't allow text. Ask an admin at your firm.",
  ended: 'That took too long. Open the link in your email again.',
  'too-many-texts':
    'That was the last text for now. Try again {when}, or use the token that the Authy app on this phone shows.',
  'texts-used-up':
    "We can't send any more texts right now and have been notified. Use the token that the Authy app on this phone shows.",
  'number-refused': "Authy doesn't accept this number. Use another one.",
  'provider-down': "We couldn't send a text: Authy isn't responding. Try again in a moment.",
}
