export const passwordMinimum = 15
const passwordMaximum = 128

export type PasswordRefusal = 'too-short' | 'too-long' | 'own-words' | 'common' | 'pattern' | 'too-many-tries'

export const passwordSentences: Record<PasswordRefusal, string> = {
  'too-short': `Use at least ${passwordMinimum} characters. A few unrelated words are easy to remember.`,
  'too-long': `Use at most ${passwordMaximum} characters.`,
  'own-words':
    'This is mostly your name, email address, firm or the name of this portal, which attackers try first. Add unrelated words.',
  common: 'This is made of common passwords, which attackers try first. Choose something else.',
  pattern: 'This repeats itself or follows the keyboard, so it is easy to guess. Add a few words.',
  'too-many-tries': 'Too many tries. Try again {when}.',
}

/** Counts Unicode code points as NIST 800-63B asks, so no script or accent is at a disadvantage. */
export function lengthRefusal(password: string): PasswordRefusal | null {
  const length = [...password.normalize('NFC')].length
  if (length < passwordMinimum) return 'too-short'
  if (length > passwordMaximum) return 'too-long'
  return null
}

export type PasswordOwner = { name: string; email: string; firmName: string }

export function ownWords({ name, email, firmName }: PasswordOwner): string[] {
  const [mailbox = '', domain = ''] = email.split('@')
  const phrases = ['Partner Portal', firmName, name, email, mailbox, domain, domain.split('.')[0] ?? '']
  const words = phrases.flatMap((phrase) => {
    const parts = phrase.split(/[^\p{L}\p{N}]+/u)
    return [phrase, ...parts, parts.join(''), parts.join('-'), parts.join('.'), parts.join('_')]
  })
  return [...new Set(words.map((word) => word.toLowerCase()).filter((word) => word.length >= 3))]
}

/** Removes these words, in lower case; null when the password contains none of them. */
export function withoutOwnWords(password: string, words: string[]): string | null {
  const whole = password.normalize('NFC').toLowerCase()
  const rest = words
    .toSorted((one, other) => other.length - one.length)
    .reduce((text, word) => text.replaceAll(word, ' '), whole)
  return rest === whole ? null : rest
}
