import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import type { Tx } from '@/lib/db'

/** Writes to the migrated firm's audit log, not to that of the support agent's firm. */
export async function recordMigration(
  tx: Tx,
  actor: Actor,
  firmId: string,
  action: 'firm.migration-started' | 'firm.migration-finished' | 'firm.migration-rolled-back',
): Promise<void> {
  await record(tx, { ...actor, firmId, name: `${actor.name} (support)` }, action)
}
