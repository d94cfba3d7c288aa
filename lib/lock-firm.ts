import { type Firm, Prisma } from '@/prisma/client/client'
import type { Tx } from './db'

const columns = {
  id: 'id',
  isOperator: 'is_operator',
  requiresSecondFactor: 'requires_second_factor',
  defaultCountry: 'default_country',
  activeAdmins: 'active_admins',
  allowsPush: 'allows_push',
  allowsText: 'allows_text',
  allowsApp: 'allows_app',
  allowsPasskeyAlone: 'allows_passkey_alone',
  minimumTech: 'minimum_tech::text',
  minimumAdmin: 'minimum_admin::text',
  trustDays: 'trust_days',
  migrationStartedAt: 'migration_started_at',
  migrationFinishedAt: 'migration_finished_at',
} as const satisfies Partial<Record<keyof Firm, string>>

const selected = Prisma.raw(
  Object.entries(columns)
    .map(([field, column]) => `${column} as "${field}"`)
    .join(', '),
)

export type LockedFirm = Pick<Firm, keyof typeof columns> & { now: Date }

/** Locks the firm before its employees: triggers on each write the other, so another order could deadlock two admins. */
export async function lockFirm(tx: Tx, firmId: string): Promise<LockedFirm> {
  const [firm] = await tx.$queryRaw<LockedFirm[]>`
    select ${selected}, now()::timestamptz(3) as now from firm where id = ${firmId}::uuid for no key update`
  if (!firm) throw new Error(`Firm ${firmId} is gone`)
  return firm
}
