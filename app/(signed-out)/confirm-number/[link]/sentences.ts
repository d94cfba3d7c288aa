import * as secondStep from '@/app/second-factor/sentences'
import type { SendRefusal } from '@/lib/sign-in-methods/tokens/send-token'

export const startSentences = {
  'link-ended': 'This link has just expired. Ask an admin at your firm for a new one.',
  wrong: "That's not your password, or there were too many tries. Check it, or reset your password.",
  busy: "Many people are signing in right now, so we couldn't check your password. Try again in 10 seconds.",
}

export const sendSentences: Record<SendRefusal, string> = {
  ...secondStep.sendSentences,
  'no-number': 'Your mobile number is no longer on file. Ask an admin at your firm.',
  'not-registered': "This number can't get texts yet. Ask an admin at your firm to check it.",
  'country-closed': "We can't send texts to this number's country. Use the token that the Authy app shows.",
  'text-not-allowed': "Your firm doesn't allow text. Ask an admin at your firm.",
  ended: 'That took too long. Open the link in your email again.',
  'too-many-texts': 'That was the last text for now. Try again {when}.',
  'texts-used-up': "We can't send any more texts right now and have been notified. Try again {when}.",
  'number-refused': "This number can't get texts. Ask an admin at your firm to check it.",
  'provider-down': "We couldn't send a text. Try again in a moment.",
}
