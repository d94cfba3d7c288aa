import type { Actor } from '@/lib/access/policy'
import type { Tx } from '@/lib/db'

export type NumberShared = { ok: false; reason: 'number-shared'; colleague: string }

/** Two people with one number would get each other's tokens. */
export async function findColleagueWithNumber(
  tx: Tx,
  actor: Actor,
  mobileNumber: string,
  exceptEmployeeId?: string,
): Promise<NumberShared | null> {
  const colleague = await tx.employee.findFirst({
    where: { firmId: actor.firmId, active: true, mobileNumber, id: { not: exceptEmployeeId } },
    select: { name: true },
    orderBy: { name: 'asc' },
  })
  return colleague && { ok: false, reason: 'number-shared', colleague: colleague.name }
}
