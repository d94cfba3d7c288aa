import { createHmac } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from './db'
import { env } from './env'

export type Limit = { name: string; points: number; seconds: number }

type Taken = { ok: true; left: number } | { ok: false; secondsToWait: number }

/** Counts in the database, so all processes share the limit. */
export async function take(limit: Limit, key: string): Promise<Taken> {
  try {
    return { ok: true, left: (await limiterOf(limit).consume(storedKey(key))).remainingPoints }
  } catch (refusal) {
    // Throws on a database failure, which must let nobody through.
    if (refusal instanceof RateLimiterRes)
      return { ok: false, secondsToWait: Math.ceil(refusal.msBeforeNext / 1000) }
    throw refusal
  }
}

export async function takeOne(limit: Limit, key: string): Promise<boolean> {
  return (await take(limit, key)).ok
}

export async function isUsedUp(limit: Limit, key: string): Promise<boolean> {
  const counted = await limiterOf(limit).get(storedKey(key))
  return counted !== null && counted.consumedPoints >= limit.points
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
