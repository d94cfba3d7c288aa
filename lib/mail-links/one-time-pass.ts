import { randomBytes } from 'node:crypto'
import { storedId } from '@/lib/secrets/secret-id'
import { plainCode } from '@/lib/typed-code'

// Excludes letters and digits that people confuse when they read a pass aloud.
const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'

export function newOneTimePass(): string {
  const letters: string[] = []
  while (letters.length < 16) {
    for (const byte of randomBytes(32)) {
      // Rejects bytes above a multiple of the alphabet, which would favor some letters.
      if (byte < 240 && letters.length < 16) letters.push(alphabet.charAt(byte % alphabet.length))
    }
  }
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-')
}

/** Binds the pass to the person, and ignores spaces, hyphens and case. */
export function oneTimePassId(employeeId: string, typed: string): string {
  const plain = plainCode(typed)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
  return storedId(`one-time-pass:${employeeId}:${plain}`)
}
