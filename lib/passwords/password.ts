import { env } from '@/lib/env'
import { slowCompare, slowHash } from '@/lib/secrets/slow-hash'

export type StoredPassword = { scheme: string; cost: number; passwordHash: string }

const scheme = 'bcrypt-hmac-sha256'

/**
 * Hashes a password for storage; scheme and cost go with it, so that both can move on. It stands in the waiting
 * line too; only holders of a link and signed-in people get here, so a full one is not expected and throws.
 */
export async function hashPassword(password: string): Promise<StoredPassword> {
  const cost = env.PASSWORD_COST
  const passwordHash = await slowHash(password, cost, 'new passwords')
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
  const matches = await slowCompare(password, stored?.passwordHash ?? nobodys, firm)
  if (matches === 'busy') return 'busy'
  return matches && stored?.scheme === scheme
}

let nobody: Promise<string> | undefined

function nobodysHash(): Promise<string> {
  nobody ??= hashPassword(crypto.randomUUID())
    .then(({ passwordHash }) => passwordHash)
    .catch((error) => {
      nobody = undefined
      throw error
    })
  return nobody
}
