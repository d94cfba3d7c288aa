import { env } from '@/lib/env'
import { slowCompare, slowHash } from '@/lib/secrets/slow-hash'

export type StoredPassword = { scheme: string; cost: number; passwordHash: string }

const scheme = 'bcrypt-hmac-sha256'

/** Throws when the queue is full: only holders of a link and signed-in people get here. */
export async function hashPassword(password: string): Promise<StoredPassword> {
  const cost = env.PASSWORD_COST
  const passwordHash = await slowHash(password, cost, 'new passwords')
  if (passwordHash === 'busy') throw new Error('Too many new passwords at once')
  return { scheme, cost, passwordHash }
}

/** Takes the same time without a stored password, so timing reveals no account. 'busy': nothing was checked. */
export async function verifyPassword(
  password: string,
  stored: StoredPassword | null,
  firm: string,
): Promise<boolean | 'busy'> {
  // Waits for this hash in every case: a wait for unknown addresses alone would reveal them.
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
