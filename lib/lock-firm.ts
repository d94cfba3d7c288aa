import type { Firm } from '@/prisma/client/client'
import type { Tx } from './db'

/** The row, which nobody else changes until the transaction ends, and the database's clock. */
export type LockedFirm = Firm & { now: Date }

/**
 * Locks the firm's row before its employees, in every verb that changes one. The employees' triggers write the firm's totals
 * and the rule's cascade writes the employees: without one order for both, two admins could deadlock.
 */
export async function lockFirm(tx: Tx, firmId: string): Promise<LockedFirm> {
  const [locked] = await tx.$queryRaw<Array<{ now: Date }>>`
    select now()::timestamptz(3) as now from firm where id = ${firmId}::uuid for no key update`
  if (!locked) throw new Error(`Firm ${firmId} is gone`)
  return { ...(await tx.firm.findUniqueOrThrow({ where: { id: firmId } })), ...locked }
}
