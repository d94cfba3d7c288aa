import type { CheckRefusal } from '@/lib/second-factor/check-token'
import type { OpenPushRefusal } from '@/lib/second-factor/open-push'
import type { SendRefusal } from '@/lib/second-factor/send-token'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import type { FinishRefusal } from '@/lib/sign-in/finish-sign-in'

/** What a refused token is answered with; a wrong one says how many tries are left. */
export function checkSentence(reason: CheckRefusal, pending: PendingSignIn): string {
  if (reason === 'wrong') {
    const left = pending.triesLeft - 1
    if (left <= 0) return checkSentences['no-tries-left']
    return `That token is not right, or it has expired. ${left} ${left === 1 ? 'try' : 'tries'} left.`
  }
  if (reason === 'locked' && pending.tokensLockedUntil) {
    const until = pending.tokensLockedUntil.toISOString().slice(11, 16)
    return `Too many wrong tokens. You can try again at ${until} UTC, or approve the request on your phone.`
  }
  return checkSentences[reason]
}

const ended = 'Your sign-in took too long. Start again; your password was right.'

const checkSentences: Record<Exclude<CheckRefusal, 'wrong'>, string> = {
  'not-a-token': 'A token has 6 to 8 digits. Type the digits from the text or from the Authy app.',
  'not-enrolled': 'Your phone is not ready for tokens yet. Press Text me a token, or ask your admin.',
  ended,
  disabled:
    'Tokens are switched off for your account after too many wrong ones. Approve the request on your phone, or ask your admin.',
  locked: 'Too many wrong tokens. Wait a moment, or approve the request on your phone.',
  'no-tries-left':
    'Too many tries with this token. Text yourself a new one, or approve the request on your phone.',
  used: 'You have used that token already. Wait for the next one in the app, or text yourself a new one.',
  'wrong-code': 'That recovery code is not right. Check it letter by letter.',
  'code-used': 'You have used that recovery code already. Take another one from your list.',
  'codes-locked': 'Too many wrong recovery codes. Wait a while, or use another way.',
  busy: 'Many people are signing in right now. Wait ten seconds and try again; nothing was wrong with what you typed.',
  'vendor-busy':
    'Authy wants us to wait a minute before the next token. Approving the request on your phone works meanwhile.',
  'provider-down':
    'The token could not be checked: Authy does not answer. Wait a moment and try again, or approve the request on your phone.',
}

export const sendSentences: Record<SendRefusal, string> = {
  'no-number': 'There is no mobile number on file for you. Ask your admin to add it.',
  'not-enrolled': 'Authy does not know your number yet. Ask your admin to look at it in Manage Employees.',
  'country-closed': 'Texts do not go to your country. Use the Authy app.',
  ended,
  'too-soon': 'A text is on its way. You can ask for the next one when the clock has run down.',
  'too-many-texts': 'That was the last text for now. Wait ten minutes, or use the Authy app.',
  'texts-spent': 'No more texts can be sent right now. Use the Authy app; we have been told.',
  'number-refused': 'Authy does not accept your number. Ask your admin to check it.',
  'provider-down':
    'We could not send a text: Authy does not answer. Try again in a moment, or use the Authy app.',
}

export const sentSentences = {
  sent: 'Token sent. It works for 10 minutes, and it may be the same as the one before.',
  ignored: 'Authy sent no text, because you have its app. Open the Authy app and type the token it shows.',
  unclear: 'The text may be on its way. If it does not arrive within a minute, ask for another one.',
}

export const pushSentences: Record<OpenPushRefusal, string> = {
  'too-many-pushes': 'We have sent three requests that led to no sign-in. Wait ten minutes, or type a token.',
  'not-enrolled': 'Requests cannot reach your phone yet. Type a token instead.',
}

export const codeSentences = {
  'not-approved': 'Approve the request on your phone first, then type the code it shows.',
  'no-tries-left': 'Too many tries with this code. Start again, or type a token.',
}

export const finishSentences: Record<Exclude<FinishRefusal, 'ended' | 'stronger-needed'>, string> = {
  'token-used': checkSentences.used,
  'code-used': checkSentences['code-used'],
  'passkey-refused': 'That passkey could not be used. Try again, or use another way.',
  'way-not-allowed': 'Your firm does not take this way any more. Use another one.',
  'not-approved':
    'That does not match an approved request. Approve it on your phone; if it shows a code, type exactly that code.',
  'second-step-required':
    'Your firm asks for a second step. Approve the request on your phone, or type a token.',
}
