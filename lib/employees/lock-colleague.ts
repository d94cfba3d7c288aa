import type { Actor, Role } from '@/lib/access/policy'
import type { Tx } from '@/lib/db'
import type { WrongInRow } from './readiness'

export type RecoveredPerson = WrongInRow & {
  id: string
  name: string
  role: Role
  active: boolean
  changedRoleLately: boolean
}

export async function lockColleague(
  tx: Tx,
  actor: Actor,
  employeeId: string,
): Promise<RecoveredPerson | null> {
  const [person] = await tx.$queryRaw<RecoveredPerson[]>`
    select id, name, role::text as role, active, wrong_tokens_in_row as "wrongTokensInRow",
      wrong_codes_in_row as "wrongCodesInRow",
      coalesce(role_changed_at > now() - interval '7 days', false) as "changedRoleLately" from employee
    where id = ${employeeId}::uuid and firm_id = ${actor.firmId}::uuid for no key update`
  return person ?? null
}
