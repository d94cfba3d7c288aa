import type { ChooseRefusal } from '@/lib/phone-enrollment/choose-number'
import type { EnrollmentTokenRefusal } from '@/lib/sign-in-methods/tokens/check-token'
import type { SendRefusal } from '@/lib/sign-in-methods/tokens/send-token'

export const chooseSentences: Record<Exclude<ChooseRefusal, 'ended'>, string> = {
  'number-needed': 'Type the number of the phone you have now.',
  'number-fixed':
    'With this link only the number that your admin has recorded can be confirmed. Is it wrong? Ask your admin.',
  'number-refused': 'Authy does not accept this number. Check the digits, or use another mobile number.',
  'too-many': 'Too many numbers for one day. Try again tomorrow, or ask an admin of your firm.',
  'provider-down': 'The number could not be registered: Authy does not answer. Wait a moment and try again.',
}

/** What a refused token is answered with; a wrong one says how many tries are left. */
export function proveSentence(reason: Exclude<EnrollmentTokenRefusal, 'ended'>, triesLeft: number): string {
  if (reason !== 'wrong') return proveSentences[reason]
  if (triesLeft <= 0) return proveSentences['no-tries-left']
  return `That token is not right, or it has expired. ${triesLeft} ${triesLeft === 1 ? 'try' : 'tries'} left.`
}

const proveSentences: Record<Exclude<EnrollmentTokenRefusal, 'wrong' | 'ended'>, string> = {
  'not-a-token': 'A token has 6 to 8 digits. Type the digits from the text.',
  'not-registered': 'Choose the number first, then ask for a token.',
  disabled: 'Too many wrong tokens for this account. Ask an admin of your firm.',
  locked: 'Too many wrong tokens. Wait a while, then try again.',
  'no-tries-left': 'Too many tries with this token. Text yourself a new one.',
  used: 'That token was used already. Text yourself a new one.',
  'vendor-busy': 'Authy wants us to wait a minute before the next token.',
  'provider-down': 'The token could not be checked: Authy does not answer. Wait a moment and try again.',
}

export const sendEnrollmentSentences: Record<SendRefusal, string> = {
  'no-number': 'Choose the number first.',
  'not-registered': 'Choose the number first.',
  'country-closed':
    'Texts do not go to the country of this number. Use another one, or the token of the Authy app.',
  'text-not-allowed': 'Your firm does not take texts. Ask an admin of your firm.',
  ended: 'This took too long. Open the link from your mail again.',
  'too-soon': 'A text is on its way. You can ask for the next one when the clock has run down.',
  'too-many-texts':
    'That was the last text for now. Wait ten minutes, or use the token of the Authy app on this phone.',
  'texts-used-up':
    'No more texts can be sent right now. Use the token of the Authy app on this phone; we have been told.',
  'number-refused': 'Authy does not accept this number. Use another one.',
  'provider-down': 'We could not send a text: Authy does not answer. Try again in a moment.',
}

export const sentEnrollmentSentences = {
  sent: 'Token sent. It works for 10 minutes.',
  ignored:
    'Authy sent no text, because this number has its app. Open the Authy app and type the token it shows.',
  unclear: 'The text may be on its way. If it does not arrive within a minute, ask for another one.',
}
