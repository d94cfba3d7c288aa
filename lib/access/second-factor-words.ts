import type { RecordedFactor } from './proof'

export function secondFactorWords(recorded: string): string | null {
  return isKnown(recorded) ? words[recorded] : null
}

const words: Record<RecordedFactor, string> = {
  password: 'with a password only',
  'trusted-browser': 'with a password in a trusted browser',
  push: 'with a OneTouch alert',
  text: 'with a text',
  'authy-app': 'with the Authy app',
  'authenticator-app': 'with an authenticator app',
  passkey: 'with a passkey',
  'recovery-code': 'with a recovery code',
}

function isKnown(recorded: string): recorded is RecordedFactor {
  return Object.hasOwn(words, recorded)
}
