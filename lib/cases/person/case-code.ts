import { createHmac } from 'node:crypto'
import { env } from '@/lib/env'

/** The code derives from the draft and the portal's key: a mail sent again carries the same code. */
export function caseCode(employeeId: string, draftedAt: Date): string {
  const bits = hmac('case-code', `${employeeId}:${draftedAt.getTime()}`).readBigUInt64BE()
  return String(bits % 100_000_000n).padStart(8, '0')
}

/** The hash is keyed: an attacker with the database could try all eight-digit codes. */
export function caseCodeHash(employeeId: string, code: string): string {
  return hmac('case-code-hash', `${employeeId}:${code}`).toString('hex')
}

function hmac(purpose: string, words: string): Buffer {
  return createHmac('sha256', env.PROOF_KEY).update(`${purpose}:${words}`).digest()
}
