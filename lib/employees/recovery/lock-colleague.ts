import type { Actor, Role } from '@/lib/access/policy'
import type { Tx } from '@/lib/db'
import { type HelpRuleRefusal, helpRefusal, type WrongInRow } from '@/lib/employees/rules'
import { type LockedFirm, lockFirm } from '@/lib/firms/lock-firm'
import { ok, type Result, refuse } from '@/lib/result'
import { hasFreshProof } from '@/lib/session/sessions'
import type { HelpKind } from '@/prisma/client/enums'

export type HelpRefusal = HelpRuleRefusal | 'not-found'
export type Helped = WrongInRow & {
  id: string
  name: string
  role: Role
  active: boolean
  changedRoleLately: boolean
}
/** Why; and where two admins were needed, who the other one was. */
export type Ground = { reason: string; askedBy?: string; confirmedBy?: string }

/** The person of the own firm who is to be helped, held with the firm until the transaction ends; or why this may not happen. */
export async function lockHelped(
  tx: Tx,
  actor: Actor,
  employeeId: string,
  kind: HelpKind,
): Promise<Result<Helped, HelpRefusal>> {
  const firm = await lockFirm(tx, actor.firmId)
  const person = await lockColleague(tx, actor, employeeId)
  if (!person) return refuse('not-found')
  const refusal = helpRefusal(actor, kind, person, factsOf(actor, firm))
  return refusal ? refuse(refusal) : ok(person)
}

export async function lockColleague(tx: Tx, actor: Actor, employeeId: string): Promise<Helped | null> {
  const [person] = await tx.$queryRaw<Helped[]>`
    select id, name, role::text as role, active, wrong_tokens_in_row as "wrongTokensInRow",
      wrong_codes_in_row as "wrongCodesInRow",
      coalesce(role_changed_at > now() - interval '7 days', false) as "changedRoleLately" from employee
    where id = ${employeeId}::uuid and firm_id = ${actor.firmId}::uuid for no key update`
  return person ?? null
}

export function factsOf(actor: Actor, firm: LockedFirm) {
  return {
    requiresSecondFactor: firm.requiresSecondFactor,
    proofIsFresh: hasFreshProof(actor),
  }
}

/** "Ada Pine", or "Ben Okafor, confirmed by Ada Pine". */
export function byWhom(actor: Actor, { askedBy, confirmedBy }: Ground): string {
  if (askedBy) return `${askedBy}, confirmed by ${actor.name}`
  return confirmedBy ? `${actor.name}, confirmed by ${confirmedBy}` : actor.name
}
