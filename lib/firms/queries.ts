import type { FirmPolicy } from '@/lib/access/firm-policy'
import { mustAddMethod } from '@/lib/access/methods'
import type { Actor } from '@/lib/access/policy'
import { codesWhere, isBelowMinimum } from '@/lib/access/readiness-facts'
import { db, type Tx } from '@/lib/db'
import { findMethods } from '@/lib/sign-in-methods/queries'

export type FirmPanel = Awaited<ReturnType<typeof getFirm>>

export async function getFirm(actor: Actor) {
  return db.firm.findUniqueOrThrow({
    where: { id: actor.firmId },
    select: {
      isOperator: true,
      requiresSecondFactor: true,
      ruleChangedAt: true,
      ruleChangedBy: true,
      pushMode: true,
      allowsPush: true,
      allowsApp: true,
      allowsText: true,
      minimumTech: true,
      minimumAdmin: true,
      allowsPasskeyAlone: true,
      trustDays: true,
      defaultCountry: true,
      activeEmployees: true,
      activeWithoutNumber: true,
      activeAdmins: true,
    },
  })
}

/** The people who would sign in with just a password after No: the others have added a method of their own. */
export async function countPasswordOnly({ firmId }: Actor): Promise<number> {
  return db.employee.count({ where: { firmId, active: true, enrolledAt: null, factorResetAt: null } })
}

export type MustAdd = { total: number; first: Array<{ id: string; name: string }> }

const shownNames = 50

/** Recovery codes do not count, since they run out. */
export async function listMustAdd(actor: Actor, after: FirmPolicy): Promise<MustAdd> {
  const lacking = codesWhere((facts) => isBelowMinimum(facts, after))
  const rows = await db.$queryRaw<Array<{ id: string; name: string; total: number }>>`
    select e.id, e.name, (count(*) over ())::int as total
    from employee e
    where e.firm_id = ${actor.firmId}::uuid and e.active and e.must_use_second_factor
      and e.readiness_facts = any(${lacking})
    order by e.name, e.id
    limit ${shownNames}`
  return { total: rows[0]?.total ?? 0, first: rows.map(({ id, name }) => ({ id, name })) }
}

/** Ignores an admin whose methods were insufficient before: that must not block the change. */
export async function excludesActor(
  actor: Actor,
  before: FirmPolicy,
  after: FirmPolicy,
  tx: Tx = db,
): Promise<boolean> {
  const now = await findMethods(actor.employeeId, tx)
  if (!now) return true
  return mustAddMethod(now.own, now.role, after) && !mustAddMethod(now.own, now.role, before)
}
