import type { EnrollmentTokenRefusal } from '@/lib/sign-in-methods/tokens/check-token'
import type { SendRefusal } from '@/lib/sign-in-methods/tokens/send-token'

export const startSentences = {
  'link-ended': 'This link has just ended. Ask an admin of your firm for a new one.',
  wrong: 'That is not your password, or there were too many tries. Check it, or set a new password.',
  busy: 'Many people are signing in right now. Wait ten seconds and try again; nothing was wrong with what you typed.',
}

/** What a refused token is answered with; a wrong one says how many tries are left. */
export function stepUpSentence(reason: Exclude<EnrollmentTokenRefusal, 'ended'>, triesLeft: number): string {
  if (reason !== 'wrong') return refusals[reason]
  if (triesLeft <= 0) return refusals['no-tries-left']
  return `That token is not right, or it has expired. ${triesLeft} ${triesLeft === 1 ? 'try' : 'tries'} left.`
}

const refusals: Record<Exclude<EnrollmentTokenRefusal, 'wrong' | 'ended'>, string> = {
  'not-a-token': 'A token has 6 to 8 digits. Type the digits from the text.',
  'not-registered': 'Press Text me a token first, then type the token.',
  disabled:
    'Tokens are switched off for your account after too many wrong ones. An admin of your firm can unlock them.',
  locked: 'Too many wrong tokens. Wait a while, then try again.',
  'no-tries-left': 'Too many tries with this token. Text yourself a new one.',
  used: 'That token was used already. Text yourself a new one.',
  'vendor-busy': 'Too many tokens at once. Wait a minute before the next one.',
  'provider-down': 'The token could not be checked right now. Wait a moment and try again.',
}

export const sendSentences: Record<SendRefusal, string> = {
  'no-number': 'There is no mobile number on file for you any more. Ask an admin of your firm.',
  'not-registered': 'This number cannot get texts yet. Ask an admin of your firm to look at it.',
  'country-closed': 'Texts do not go to the country of this number. Use the token of the Authy app.',
  'text-not-allowed': 'Your firm does not take texts. Ask an admin of your firm.',
  ended: 'This took too long. Open the link from your mail again.',
  'too-soon': 'A text is on its way. You can ask for the next one when the clock has run down.',
  'too-many-texts': 'That was the last text for now. Wait ten minutes, then try again.',
  'texts-used-up': 'No more texts can be sent right now. Try again later; we have been told.',
  'number-refused': 'Texts cannot be sent to this number. Ask an admin of your firm to check it.',
  'provider-down': 'We could not send a text. Try again in a moment.',
}

export const sentSentences = {
  sent: 'Token sent. It works for 10 minutes.',
  ignored:
    'Authy sent no text, because this number has its app. Open the Authy app and type the token it shows.',
  unclear: 'The text may be on its way. If it does not arrive within a minute, ask for another one.',
}
