import type { Method } from '@/lib/access/methods'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import type { CreatePushRefusal } from '@/lib/sign-in-methods/push/create-push'
import type { CheckRefusal } from '@/lib/sign-in-methods/tokens/check-token'
import type { SendRefusal } from '@/lib/sign-in-methods/tokens/send-token'
import type { RemainRefusal } from '../(signed-out)/sign-in/second-step/complete-sign-in'

/**
 * What a refused token is answered with: a wrong one says how many tries are left, one that is not even looked at until when,
 * and what else works meanwhile. `ways`: what the person can use at this moment.
 */
export function checkSentence(
  reason: CheckRefusal,
  pending: PendingSignIn,
  methods: Method[] = ['text'],
): string {
  const or = otherwise(methods)
  const again = methods.includes('text') ? 'Text yourself a new one' : 'Start again'
  switch (reason) {
    case 'wrong': {
      const left = pending.triesLeft - 1
      if (left <= 0) return checkSentence('no-tries-left', pending, methods)
      return `That token is not right, or it has expired. ${left} ${left === 1 ? 'try' : 'tries'} left.`
    }
    case 'no-tries-left':
      return `Too many tries with this token. ${again}${or}.`
    case 'locked':
      return `Too many wrong tokens. You can try again ${until(pending.tokensLockedUntil)}${or}.`
    case 'disabled':
      return `Tokens are switched off for your account after too many wrong ones. An admin of your firm can unlock them${or}.`
    case 'codes-locked':
      return pending.codesLockedUntil
        ? `Too many wrong recovery codes. You can try again ${until(pending.codesLockedUntil)}.`
        : 'Your recovery codes are closed after too many wrong ones. Make a new set once you are signed in.'
    case 'not-a-token':
      return 'A token has 6 to 8 digits. A recovery code has 15 letters and digits.'
    case 'not-registered':
      return 'Your phone is not ready for tokens yet. Press Text me a token, or ask your admin.'
    case 'ended':
      return ended
    case 'used':
      return `You have used that token already. Wait for the next one in your app${methods.includes('text') ? ', or text yourself a new one' : ''}.`
    case 'wrong-code':
      return 'That recovery code is not right. Check it letter by letter.'
    case 'code-used':
      return 'You have used that recovery code already. Take another one from your list.'
    case 'busy':
      return 'Many people are signing in right now. Wait ten seconds and try again; nothing was wrong with what you typed.'
    case 'vendor-busy':
      return `Too many tokens at once. Wait a minute before the next one${or}.`
    case 'provider-down':
      return `The token could not be checked: ${vendorNames[pending.vendor]} does not answer. Wait a moment and try again${or}.`
  }
}

const ended = 'Your sign-in took too long. Start again; your password was right.'

const vendorNames = { authy: 'Authy', verify: 'the service for texts' }

/** The best of what is left beside tokens. */
function otherwise(methods: Method[]): string {
  if (methods.includes('passkey')) return ', or use your passkey'
  if (methods.includes('push')) return ', or approve a request on your phone'
  return methods.includes('recovery-code') ? ', or use a recovery code' : ''
}

function until(time: Date | null): string {
  return time ? `at ${time.toISOString().slice(11, 16)} UTC` : 'in a moment'
}

export const sendSentences: Record<SendRefusal, string> = {
  'no-number': 'There is no mobile number on file for you. Ask your admin to add it.',
  'not-registered': 'Authy does not know your number yet. Ask your admin to look at it in Manage Employees.',
  'country-closed': 'Texts do not go to your country. Use another way.',
  'text-not-allowed': 'Your firm does not take texts for your sign-in. Use another way.',
  ended,
  'too-soon': 'A text is on its way. You can ask for the next one when the clock has run down.',
  'too-many-texts': 'That was the last text for now. Wait ten minutes, or use another way.',
  'texts-used-up': 'No more texts can be sent right now. Use another way; we have been told.',
  'number-refused': 'Your number was not accepted for texts. Ask your admin to check it.',
  'provider-down':
    'We could not send a text: the service for it does not answer. Try again in a moment, or use another way.',
}

export const sentSentences = {
  sent: 'Token sent. It works for 10 minutes, and it may be the same as the one before.',
  ignored: 'Authy sent no text, because you have its app. Open the Authy app and type the token it shows.',
  unclear: 'The text may be on its way. If it does not arrive within a minute, ask for another one.',
}

export const pushSentences: Record<CreatePushRefusal, string> = {
  'too-many-pushes': 'We have sent three requests that led to no sign-in. Wait ten minutes, or type a token.',
  'not-registered': 'Requests cannot reach your phone yet. Type a token instead.',
  'push-not-allowed': 'Your firm does not take requests on the phone for your sign-in. Use another way.',
  'pushes-locked':
    'Requests are switched off since one was denied on your phone. Type a token, or use another way; you can switch them on again in Account, Security.',
}

export const codeSentences = {
  'not-approved': 'Approve the request on your phone first, then type the code it shows.',
  'no-tries-left': 'Too many tries with this code. Start again, or type a token.',
}

export const finishSentences: Record<RemainRefusal, string> = {
  'token-used': 'You have used that token already. Wait for the next one, or use another way.',
  'code-used': 'You have used that recovery code already. Take another one from your list.',
  'passkey-refused': 'That passkey could not be used. Try again, or use another way.',
  'method-not-allowed': 'Your firm does not take this way any more. Use another one.',
  'not-approved':
    'That does not match an approved request. Approve it on your phone; if it shows a code, type exactly that code.',
  'second-step-required':
    'Your firm asks for a second step. Approve the request on your phone, or type a token.',
}
