import { createHmac } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { fromNow } from './clock'
import { pool } from './db'
import { env } from './env'

export type Limit = { name: string; points: number; seconds: number }

type Taken = { ok: true; left: number } | { ok: false; opensAt: Date }

/** Counts in the database, so all processes share the limit. */
export async function take(limit: Limit, key: string): Promise<Taken> {
  try {
    return { ok: true, left: (await limiterOf(limit).consume(storedKey(key))).remainingPoints }
  } catch (refusal) {
    // Throws on a database failure, which must let nobody through.
    if (refusal instanceof RateLimiterRes) return { ok: false, opensAt: fromNow(refusal.msBeforeNext / 1000) }
    throw refusal
  }
}

export async function takeOne(limit: Limit, key: string): Promise<boolean> {
  return (await take(limit, key)).ok
}

/** Null when one was taken, otherwise the time from which the next can be. */
export async function takeOrWait(limit: Limit, key: string): Promise<Date | null> {
  const taken = await take(limit, key)
  return taken.ok ? null : taken.opensAt
}

export async function usedUpUntil(limit: Limit, key: string): Promise<Date | null> {
  const counted = await limiterOf(limit).get(storedKey(key))
  return counted && counted.consumedPoints >= limit.points ? fromNow(counted.msBeforeNext / 1000) : null
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
