import { sayWhen } from '@/components/relative-time'
import type { Method } from '@/lib/access/methods'
import { severalCodes } from '@/lib/code-schema'
import { type Refusal, refuse } from '@/lib/result'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import type { PasskeyAloneRefusal } from '@/lib/sign-in/start-with-passkey'
import type { AddPasskeyRefusal } from '@/lib/sign-in-methods/passkeys/add-passkey'
import type { CheckPasskeyRefusal } from '@/lib/sign-in-methods/passkeys/check-passkey'
import type { StartOwnRefusal } from '@/lib/sign-in-methods/passkeys/start-own-passkey'
import type { StartRegistrationRefusal } from '@/lib/sign-in-methods/passkeys/start-registration'
import type { CreatePushRefusal } from '@/lib/sign-in-methods/push/create-push'
import type { CheckRefusal, EnrollmentTokenRefusal } from '@/lib/sign-in-methods/tokens/check-token'
import type { SendRefusal } from '@/lib/sign-in-methods/tokens/send-token'
import type { RemainRefusal } from '../(signed-out)/sign-in/second-step/complete-sign-in'

/**
 * What a refused token is answered with: a wrong one with the tries that are left, a locked field with the wait, and what else
 * works. `methods`: what the person can use at this moment.
 */
export function checkSentence(
  { reason, opensAt }: Refusal<CheckRefusal>,
  pending: PendingSignIn,
  methods: Method[] = ['text'],
): string {
  const or = otherwise(methods)
  const again = methods.includes('text') ? 'Text yourself a new one' : 'Start again'
  switch (reason) {
    case 'wrong':
      return triesLeft(pending.triesLeft - 1) ?? checkSentence(refuse('no-tries-left'), pending, methods)
    case 'wrong-clock':
      return pending.triesLeft > 1
        ? `That token is for another time. Check that your phone's clock is set automatically. ${tries(pending.triesLeft - 1)}`
        : checkSentence(refuse('no-tries-left'), pending, methods)
    case 'no-tries-left':
      return `Too many tries with this token. ${again}${or}.`
    case 'locked':
      return sayWhen(`Too many wrong tokens. Try again {when}${or}.`, opensAt)
    case 'disabled':
      return `Tokens are turned off for your account after too many wrong ones. Ask an admin at your firm to unlock them${or}.`
    case 'codes-locked':
      return opensAt ? sayWhen('Too many wrong recovery codes. Try again {when}.', opensAt) : codesDisabled
    case 'not-a-code':
      return 'A token has 6 to 8 digits. A recovery code has 15 letters and digits.'
    case 'several-codes':
      return severalCodes
    case 'not-registered':
      return "Your phone isn't ready for tokens yet. Select Text me a token, or ask your admin."
    case 'ended':
      return ended
    case 'used':
      return `You've already used that token. Wait for the next one in your app${methods.includes('text') ? ', or text yourself a new one' : ''}.`
    case 'text-elsewhere':
      return methods.includes('text')
        ? 'We texted a token for another sign-in. Send a token to this sign-in, or enter it where you asked for it.'
        : `We texted a token for something else. Enter it where you asked for it. App tokens work here again in 10 minutes${or}.`
    case 'app-not-allowed':
      return `Your firm doesn't allow app tokens for your sign-in. ${methods.includes('text') ? 'Text yourself a token' : 'Use another method'}${or}.`
    case 'wrong-code':
      return 'That recovery code is wrong. Check each letter and digit.'
    case 'code-used':
      return codeUsed
    case 'busy':
      return "Many people are signing in right now, so we couldn't check your code. Try again in 10 seconds."
    case 'vendor-busy':
      return `Too many tokens at once. Wait a minute, then try again${or}.`
    case 'provider-down':
      return `We couldn't check the token: ${vendorNames[pending.vendor]} isn't responding. Try again in a moment${or}.`
  }
}

const ended = 'Your sign-in expired. Sign in again.'
const codeUsed = "You've already used that recovery code. Use another one from your list."
export const codesDisabled =
  'Your recovery codes are turned off after too many wrong ones. Generate new codes after you sign in.'

const vendorNames = { authy: 'Authy', verify: 'the text service' }

/** What a wrong token is answered with; null when it was the last try. */
function triesLeft(left: number): string | null {
  if (left <= 0) return null
  return `That token is wrong or has expired. ${tries(left)}`
}

function tries(left: number): string {
  return `You have ${left} ${left === 1 ? 'try' : 'tries'} left.`
}

/** The best of what is left beside tokens. */
function otherwise(methods: Method[]): string {
  if (methods.includes('passkey')) return ', or use your passkey'
  if (methods.includes('push')) return ', or approve a OneTouch alert'
  return methods.includes('recovery-code') ? ', or use a recovery code' : ''
}

/** What a refused token is answered with on the pages that confirm a phone, before or after a sign-in. */
export function phoneTokenSentence(
  reason: Exclude<EnrollmentTokenRefusal, 'ended'>,
  left: number,
  opensAt?: Date,
): string {
  if (reason === 'wrong') return triesLeft(left) ?? phoneTokenSentences['no-tries-left']
  return sayWhen(phoneTokenSentences[reason], opensAt)
}

const phoneTokenSentences: Record<Exclude<EnrollmentTokenRefusal, 'wrong' | 'ended'>, string> = {
  'not-a-code': 'A token has 6 to 8 digits. Enter the digits from the text.',
  'several-codes': severalCodes,
  'not-registered': 'Select Text me a token first, then enter the token.',
  disabled:
    'Tokens are turned off for your account after too many wrong ones. Ask an admin at your firm to unlock them.',
  locked: 'Too many wrong tokens. Try again {when}.',
  'no-tries-left': 'Too many tries with this token. Text yourself a new one.',
  used: "You've already used that token. Text yourself a new one.",
  'text-elsewhere': 'We texted a token for something else. Text yourself a new one here.',
  'app-not-allowed': 'Enter the token from the text.',
  'vendor-busy': 'Too many tokens at once. Wait a minute, then try again.',
  'provider-down': "We couldn't check the token. Try again in a moment.",
}

export const sendSentences: Record<SendRefusal, string> = {
  'no-number': "There's no mobile number on file for you. Ask your admin to add it.",
  'not-registered': "Authy doesn't know your number yet. Ask your admin to check it in Manage Employees.",
  'country-closed': "We can't send texts to your country. Use another method.",
  'text-not-allowed': "Your firm doesn't allow text for your sign-in. Use another method.",
  'tokens-disabled':
    'Tokens are turned off for your account after too many wrong ones. Ask an admin at your firm to unlock them, or use another method.',
  'tokens-locked': 'Too many wrong tokens. Sign in again {when}, or use another method.',
  ended,
  'too-soon': 'A text is on its way. You can request another one {when}.',
  'too-many-texts': 'That was the last text for now. Try again {when}, or use another method.',
  'texts-used-up':
    "We can't send any more texts right now and have been notified. Try again {when}, or use another method.",
  'number-refused': "Your number can't get texts. Ask your admin to check it.",
  'provider-down':
    "We couldn't send a text: the text service isn't responding. Try again in a moment, or use another method.",
}

export const sentSentences = {
  sent: "Token sent. It's valid for 10 minutes and may match the last one.",
  ignored: "Authy didn't send a text because you have its app. Enter the token that the Authy app shows.",
  unclear: "The text may be on its way. If it doesn't arrive within a minute, request another one.",
}

export const pushSentences: Record<Exclude<CreatePushRefusal, 'too-many-pushes'>, string> = {
  'not-registered': "OneTouch alerts can't reach your phone yet. Enter a token instead.",
  'push-not-allowed': "Your firm doesn't allow OneTouch alerts for your sign-in. Use another method.",
  'pushes-locked':
    'OneTouch alerts are turned off because one was denied. Use another method, then turn them back on in Account security.',
}

export const codeSentences = {
  'not-a-code': 'The code has 6 digits. Enter it as the OneTouch alert shows it.',
  'several-codes': severalCodes,
  'not-approved': 'Approve the OneTouch alert on your phone first, then enter the code it shows.',
  'no-tries-left': 'Too many tries with this code. Start again, or enter a token.',
}

export const finishSentences: Record<RemainRefusal, string> = {
  'token-used': "You've already used that token. Wait for the next one, or use another method.",
  'code-used': codeUsed,
  'passkey-refused': "That passkey didn't work. Try again, or use another method.",
  'method-not-allowed': 'Your firm no longer allows this method. Use another one.',
  'not-approved':
    "That doesn't match an approved OneTouch alert. Approve it on your phone; if it shows a code, enter exactly that code.",
  'second-step-required':
    'Your firm requires two-factor authentication. Approve the OneTouch alert on your phone, or enter a token.',
}

const tooManyTries = 'Too many tries with passkeys. Try again {when}, or use another method.'
const late = 'That took too long or was already used. Try again.'

/** On the sign-in page one sentence covers everything that could tell which accounts exist. */
export const alonePasskeySentences: Record<PasskeyAloneRefusal | 'too-many-tries', string> = {
  unasked: late,
  refused:
    "This passkey can't sign you in without your password: it was removed, or your firm doesn't allow passwordless sign-in. Sign in with your password.",
  'too-many-tries': tooManyTries,
}

export const ownPasskeySentences: Record<Exclude<CheckPasskeyRefusal, 'ended'> | StartOwnRefusal, string> = {
  none: "Your account doesn't have a passkey. Use another method.",
  unasked: late,
  unknown:
    "We don't recognize this passkey: it was removed or belongs to another account. Use another method.",
  wrong: "We couldn't verify this passkey. Try again, or use another method.",
  copied:
    'We detected a possible copy of this passkey, so we disabled it. Use another method, then replace the passkey.',
  'no-tries-left': 'Too many tries in this sign-in. Start again, or use another method.',
  'too-many-tries': tooManyTries,
}

export const addPasskeySentences: Record<AddPasskeyRefusal | StartRegistrationRefusal, string> = {
  unasked: late,
  wrong: "We couldn't verify the new passkey. Try again.",
  known: 'This passkey is already on your account.',
  'too-many': 'You can have at most 10 passkeys. Remove one first.',
  'too-many-tries': tooManyTries,
}
