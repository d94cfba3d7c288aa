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
  const statementNameGenerator = env.PREPARED_STATEMENTS === 'on' ? nameStatement : undefined
  return new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator }),
    transactionOptions: { maxWait: 5000, timeout: 8000 },
  })
}

// Each connection keeps the plans it has named. Texts beyond these, as of a filter in many variants, are planned each time.
const maxStatements = 500
const statementNames = new Map<string, string>()

function nameStatement({ sql }: { sql: string }): string {
  const known = statementNames.get(sql)
  if (known !== undefined) return known
  if (statementNames.size >= maxStatements) return ''
  const name = `s${statementNames.size}`
  statementNames.set(sql, name)
  return name
}
