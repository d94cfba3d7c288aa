import type { Actor } from '@/lib/access/policy'
import { before } from '@/lib/clock'
import type { Tx } from '@/lib/db'
import { type LockedEmployee, lockEmployee } from '@/lib/lock-employee'

export type RecoveredPerson = LockedEmployee & { changedRoleLately: boolean }

export async function lockColleague(
  tx: Tx,
  actor: Actor,
  employeeId: string,
): Promise<RecoveredPerson | null> {
  const person = await lockEmployee(tx, employeeId, actor.firmId)
  if (!person) return null
  const { roleChangedAt, now } = person
  return { ...person, changedRoleLately: roleChangedAt !== null && roleChangedAt > before(now, { days: 7 }) }
}
