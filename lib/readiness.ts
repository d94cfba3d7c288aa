import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { db } from '@/lib/db'

const patienceMs = 2000

/** Accepts newer migrations than this build knows: old code runs beside new. */
export async function isReady(): Promise<boolean> {
  const names = migrationNames()
  const answer = db.$queryRaw<[{ applied: number }]>`
    select count(distinct migration_name)::int as applied from _prisma_migrations
    where migration_name = any(${names}) and finished_at is not null and rolled_back_at is null`
  return Promise.race([
    answer.then(
      ([{ applied }]) => applied === names.length,
      () => false,
    ),
    inTime(),
  ])
}

function inTime(): Promise<false> {
  return new Promise((resolve) => setTimeout(resolve, patienceMs, false).unref())
}

let known: string[] | undefined

function migrationNames(): string[] {
  const folder = join(process.cwd(), 'prisma/migrations')
  known ??= readdirSync(folder).filter((name) => existsSync(join(folder, name, 'migration.sql')))
  return known
}
