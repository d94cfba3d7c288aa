import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { db, type Tx } from '@/lib/db'
import type { RecoveredPerson } from '@/lib/employees/lock-colleague'
import type { RecoveryForm } from '@/lib/employees/schema'
import { storeLink } from '@/lib/mail-links/make-link'
import { newOneTimePass, oneTimePassId } from '@/lib/mail-links/one-time-pass'
import { notify } from '@/lib/notifications/notify'
import { giveBack, type Limit, takeOrWait } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'
import { byWhom, type Ground, lockForRecovery, type RecoveryRefusal } from './lock-helped'
import { needsAnotherAdmin } from './rules'

/** The pass leaves this process once, in the form's answer: it is never logged, mailed or in an address. */
export type MadeOneTimePass = { name: string; oneTimePass: string; expiresAt: Date }
export type MakeOneTimePassRefusal = RecoveryRefusal | 'needs-another-admin' | 'too-many'

export async function makeOneTimePass(
  actor: Actor,
  { employeeId, reason }: RecoveryForm,
): Promise<Result<MadeOneTimePass, MakeOneTimePassRefusal>> {
  return countingOneTimePasses<RecoveryRefusal | 'needs-another-admin'>(actor, employeeId, () =>
    db.$transaction(async (tx) => {
      const person = await lockForRecovery(tx, actor, employeeId, 'one_time_pass')
      if (!person.ok) return person
      if (needsAnotherAdmin(person.value)) return refuse('needs-another-admin')
      return ok(await issueOneTimePass(tx, actor, person.value, { reason }))
    }),
  )
}

const perPerson: Limit = { name: 'passes-made', points: 5, seconds: 24 * 60 * 60 }

/** A refused request uses no limit. The key includes the firm, so no firm uses up another's. */
export async function countingOneTimePasses<Reason extends string>(
  actor: Actor,
  employeeId: string,
  make: () => Promise<Result<MadeOneTimePass, Reason>>,
): Promise<Result<MadeOneTimePass, Reason | 'too-many'>> {
  const key = `${actor.firmId}:${employeeId}`
  const opensAt = await takeOrWait(perPerson, key)
  if (opensAt) return refuse('too-many', opensAt)
  const made = await make()
  if (!made.ok) await giveBack(perPerson, key)
  return made
}

/** The newest pass replaces an older one. The caller has locked the person's row. */
export async function issueOneTimePass(
  tx: Tx,
  actor: Actor,
  person: RecoveredPerson,
  ground: Ground,
): Promise<MadeOneTimePass> {
  const { id: employeeId, name } = person
  const oneTimePass = newOneTimePass()
  const expiresAt = await storeLink(tx, {
    id: oneTimePassId(employeeId, oneTimePass),
    employeeId,
    purpose: 'one_time_pass',
  })
  await record(tx, actor, 'employee.one-time-pass-made', { id: employeeId, name }, ground)
  const { reason } = ground
  await notify(tx, { kind: 'one-time-pass-made', employeeId, by: byWhom(actor, ground), reason })
  return { name, oneTimePass, expiresAt }
}
