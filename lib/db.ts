import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import { type Prisma, PrismaClient } from '@/prisma/client/client'
import { env } from './env'

// Hot reload makes this module anew; the pool must not be.
const kept = globalThis as { portalPool?: Pool; portalDb?: PrismaClient }

/** The one pool of this process: Prisma's, and the rate limiter's. */
export const pool = (kept.portalPool ??= new Pool({
  connectionString: env.DATABASE_URL,
  max: 10,
  connectionTimeoutMillis: 5000,
  idle_in_transaction_session_timeout: 10_000,
  statement_timeout: 8000,
}))

export const db = (kept.portalDb ??= new PrismaClient({ adapter: new PrismaPg(pool) }))

export type Tx = Prisma.TransactionClient
