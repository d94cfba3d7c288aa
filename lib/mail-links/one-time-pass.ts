import { randomBytes } from 'node:crypto'
import { storedId } from '@/lib/secrets/secret-id'

// Without the letters and digits that people mix up when they read a pass out.
const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'

/** A new one-time pass, as people read it: `K7QF-2MWD-9XRT-HV4B`, about 78 random bits. */
export function newOneTimePass(): string {
  const letters: string[] = []
  while (letters.length < 16) {
    for (const byte of randomBytes(32)) {
      // Only bytes below a multiple of the alphabet, or some letters would come more often.
      if (byte < 240 && letters.length < 16) letters.push(alphabet.charAt(byte % alphabet.length))
    }
  }
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-')
}

/** What the database keeps: bound to the person, in the one form that spaces, hyphens and small letters do not change. */
export function oneTimePassId(employeeId: string, typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
  return storedId(`one-time-pass:${employeeId}:${plain}`)
}
