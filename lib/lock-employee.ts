import type { Employee } from '@/prisma/client/client'
import type { Tx } from './db'

/** The row, which nobody else changes until the transaction ends, and the database's clock. */
export type LockedEmployee = Employee & { now: Date }

/**
 * Locks a person's row: every verb that changes a person, or what the person has, takes it first, so two of them run one after
 * the other. Where the firm is locked too, `lockFirm` comes before. With `firmId`, a person of another firm is not found.
 */
export async function lockEmployee(
  tx: Tx,
  employeeId: string,
  firmId: string | null = null,
): Promise<LockedEmployee | null> {
  const [locked] = await tx.$queryRaw<Array<{ now: Date }>>`
    select now()::timestamptz(3) as now from employee
    where id = ${employeeId}::uuid and firm_id = coalesce(${firmId}::uuid, firm_id) for no key update`
  if (!locked) return null
  return { ...(await tx.employee.findUniqueOrThrow({ where: { id: employeeId } })), ...locked }
}
