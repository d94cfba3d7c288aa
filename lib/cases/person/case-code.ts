import { createHmac } from 'node:crypto'
import { env } from '@/lib/env'

/**
 * The eight digits for one draft, which nobody can guess without the portal's key. Made from the draft itself, so that a mail
 * which had to be sent again carries the same code, and not one that makes the first mail wrong.
 */
export function caseCode(employeeId: string, draftedAt: Date): string {
  const bits = hmac('case-code', `${employeeId}:${draftedAt.getTime()}`).readBigUInt64BE()
  return String(bits % 100_000_000n).padStart(8, '0')
}

/** What the draft keeps. Eight digits alone would be found by trying them all: the key is part of it. */
export function caseCodeHash(employeeId: string, code: string): string {
  return hmac('case-code-hash', `${employeeId}:${code}`).toString('hex')
}

function hmac(purpose: string, words: string): Buffer {
  return createHmac('sha256', env.PROOF_KEY).update(`${purpose}:${words}`).digest()
}
