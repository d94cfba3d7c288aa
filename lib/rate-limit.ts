import { createHmac } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from './db'
import { env } from './env'

/** At most `points` uses of one key in `seconds`. The name keeps the keys of different limits apart. */
export type Limit = { name: string; points: number; seconds: number }

/** Counts one use, in the database, so that all processes count together. False: over the limit. */
export async function takeOne(limit: Limit, key: string): Promise<boolean> {
  try {
    await limiterOf(limit).consume(storedKey(key))
    return true
  } catch (refusal) {
    // Anything but the limiter's own no is trouble with the database, and lets nobody through.
    if (refusal instanceof RateLimiterRes) return false
    throw refusal
  }
}

/** Takes a counted use back, for an attempt that turned out to be a right one. */
export async function giveBack(limit: Limit, key: string): Promise<void> {
  await limiterOf(limit).reward(storedKey(key))
}

const limiters = new Map<string, RateLimiterPostgres>()

function limiterOf({ name, points, seconds }: Limit): RateLimiterPostgres {
  const known = limiters.get(name)
  if (known) return known
  const made = new RateLimiterPostgres({
    storeClient: pool,
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points,
    duration: seconds,
  })
  limiters.set(name, made)
  return made
}

/** Keys are made of addresses: the table keeps none of them in the clear. */
function storedKey(key: string): string {
  return createHmac('sha256', env.PROOF_KEY).update(key).digest('base64url')
}
