import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import { type Prisma, PrismaClient } from '@/prisma/client/client'
import { env } from './env'

// Survives hot reload, which loads this module again.
const kept = globalThis as { portalPool?: Pool; portalDb?: PrismaClient }

export const pool = kept.portalPool ?? openPool()
kept.portalPool = pool

export const db = kept.portalDb ?? openClient()
kept.portalDb = db

export type Tx = Prisma.TransactionClient

function openPool(): Pool {
  return new Pool({
    connectionString: env.DATABASE_URL,
    max: 10,
    connectionTimeoutMillis: 5000,
    idle_in_transaction_session_timeout: 10_000,
    statement_timeout: 8000,
    // Prisma treats every time as UTC, whatever the server's time zone is.
    options: '-c TimeZone=UTC',
  })
}

function openClient(): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg(pool),
    transactionOptions: { maxWait: 5000, timeout: 8000 },
  })
}
