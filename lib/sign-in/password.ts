import { createHmac } from 'node:crypto'
import bcrypt from 'bcrypt'
import { env } from '@/lib/env'
import { HashGate } from './hash-gate'

export type StoredPassword = { scheme: string; cost: number; passwordHash: string }

const scheme = 'bcrypt-hmac-sha256'
const gate = new HashGate()

/**
 * Hashes a password for storage; scheme and cost go with it, so that both can move on (PW-3). It stands in the waiting
 * line too; only holders of a link and signed-in people get here, so a full one is not expected and throws.
 */
export async function hashPassword(password: string): Promise<StoredPassword> {
  const cost = env.PASSWORD_COST
  const passwordHash = await gate.run('new passwords', () => bcrypt.hash(prehash(password), cost))
  if (passwordHash === 'busy') throw new Error('Too many new passwords at once')
  return { scheme, cost, passwordHash }
}

/**
 * Compares a password, taking the same time when there is nobody to compare with (`stored` null). `firm` is whose turn
 * it is in the waiting line. 'busy': too many wait already, and nothing was checked.
 */
export async function verifyPassword(
  password: string,
  stored: StoredPassword | null,
  firm: string,
): Promise<boolean | 'busy'> {
  // Made for the first to come, known or not: it must not be the unknown who wait for it.
  const nobodys = await nobodysHash()
  const passwordHash = stored?.passwordHash ?? nobodys
  const matches = await gate.run(firm, () => bcrypt.compare(prehash(password), passwordHash))
  if (matches === 'busy') return 'busy'
  return matches && stored?.scheme === scheme
}

/** bcrypt reads 72 bytes and stops at NUL: a keyed digest of fixed length in plain characters avoids both. */
function prehash(password: string): string {
  return createHmac('sha256', env.PASSWORD_PEPPER).update(password.normalize('NFC')).digest('base64')
}

let nobody: Promise<string> | undefined

function nobodysHash(): Promise<string> {
  nobody ??= bcrypt.hash(prehash(crypto.randomUUID()), env.PASSWORD_COST)
  return nobody
}
