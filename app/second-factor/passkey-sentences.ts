import type { PasskeyAloneRefusal } from '@/lib/sign-in/start-with-passkey'
import type { AddPasskeyRefusal } from '@/lib/sign-in-methods/passkeys/add-passkey'
import type { CheckPasskeyRefusal } from '@/lib/sign-in-methods/passkeys/check-passkey'
import type { StartOwnRefusal } from '@/lib/sign-in-methods/passkeys/start-own-passkey'
import type { StartRegistrationRefusal } from '@/lib/sign-in-methods/passkeys/start-registration'

const tooManyTries = 'Too many tries with passkeys. Wait a quarter of an hour, or use another way.'
const late = 'That took too long, or it was answered already. Try again.'

/** On the sign-in page one sentence stands for all that could tell somebody's account from nobody's. */
export const alonePasskeySentences: Record<PasskeyAloneRefusal | 'too-many-tries', string> = {
  unasked: late,
  refused:
    'This passkey does not sign you in by itself: it was removed, or your firm asks for the password first. Sign in with your password.',
  'too-many-tries': tooManyTries,
}

export const ownPasskeySentences: Record<Exclude<CheckPasskeyRefusal, 'ended'> | StartOwnRefusal, string> = {
  none: 'There is no passkey for your account. Use another way.',
  unasked: late,
  unknown:
    'The portal does not know this passkey: it was removed, or it belongs to somebody else. Use another way.',
  wrong: 'This passkey could not be checked. Try again, or use another way.',
  copied:
    'This passkey is switched off, because there seems to be a copy of it. Use another way, then remove it and add a new one.',
  'no-tries-left': 'Too many tries in this sign-in. Start again, or use another way.',
  'too-many-tries': tooManyTries,
}

export const addPasskeySentences: Record<AddPasskeyRefusal | StartRegistrationRefusal, string> = {
  unasked: late,
  wrong: 'The new passkey could not be checked. Try again.',
  known: 'The portal knows this passkey already.',
  'too-many': 'Ten passkeys are as many as one person can have. Remove one first.',
  'too-many-tries': tooManyTries,
}
