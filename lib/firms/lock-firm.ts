import type { Tx } from '@/lib/db'

export type LockedFirm = { requiresSecondFactor: boolean; isOperator: boolean; defaultCountry: string | null }

/**
 * Takes the firm's row before its employees, in every verb that changes one. The employees' triggers write the firm's
 * totals and the rule's cascade writes the employees: without one order for both, two admins could deadlock.
 */
export async function lockFirm(tx: Tx, firmId: string): Promise<LockedFirm> {
  const [firm] = await tx.$queryRaw<LockedFirm[]>`
    select requires_second_factor as "requiresSecondFactor", is_operator as "isOperator",
      default_country as "defaultCountry"
    from firm where id = ${firmId}::uuid for no key update`
  if (!firm) throw new Error(`Firm ${firmId} is gone`)
  return firm
}
