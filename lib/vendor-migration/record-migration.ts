import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import type { Tx } from '@/lib/db'

/** Into the log of the firm that is moved, not of the supporter's own. */
export async function recordMigration(
  tx: Tx,
  actor: Actor,
  firmId: string,
  action: 'firm.migration-started' | 'firm.migration-finished' | 'firm.migration-rolled-back',
): Promise<void> {
  await record(tx, { ...actor, firmId, name: `${actor.name} (support)` }, action)
}
