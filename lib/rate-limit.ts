import { createHmac } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from './db'
import { env } from './env'

export type Limit = { name: string; points: number; seconds: number }

/** Counts in the database, so all processes share the limit. */
export async function takeOne(limit: Limit, key: string): Promise<boolean> {
  try {
    await limiterOf(limit).consume(storedKey(key))
    return true
  } catch (refusal) {
    // Throws on a database failure, which must let nobody through.
    if (refusal instanceof RateLimiterRes) return false
    throw refusal
  }
}

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

/** Hashes the key, so the table keeps no address in the clear. */
function storedKey(key: string): string {
  return createHmac('sha256', env.PROOF_KEY).update(key).digest('base64url')
}
