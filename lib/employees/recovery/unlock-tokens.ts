import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { db, type Tx } from '@/lib/db'
import type { RecoveredPerson } from '@/lib/employees/lock-colleague'
import { isLockedOut } from '@/lib/employees/readiness'
import type { RecoveryForm } from '@/lib/employees/schema'
import { notify } from '@/lib/notifications/notify'
import { type Limit, takeOrWait } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'
import { byWhom, type Ground, lockForRecovery, type RecoveryRefusal } from './lock-helped'
import { needsAnotherAdmin } from './rules'

export type UnlockRefusal = RecoveryRefusal | 'needs-another-admin' | 'not-locked' | 'unlocked-often'

const perPerson: Limit = { name: 'unlock-tokens', points: 3, seconds: 24 * 60 * 60 }

export async function unlockTokens(
  actor: Actor,
  { employeeId, reason }: RecoveryForm,
): Promise<Result<{ name: string }, UnlockRefusal>> {
  return db.$transaction(async (tx) => {
    const person = await lockForRecovery(tx, actor, employeeId, 'unlock')
    if (!person.ok) return person
    if (!isLockedOut(person.value)) return refuse('not-locked')
    if (needsAnotherAdmin(person.value)) return refuse('needs-another-admin')
    // Each unlock is a new budget of guesses: an attacker must not talk an admin into many.
    const opensAt = await takeOrWait(perPerson, person.value.id)
    if (opensAt) return refuse('unlocked-often', opensAt)
    await unlockPerson(tx, actor, person.value, { reason })
    return ok({ name: person.value.name })
  })
}

/** The caller has locked the person's row. A person not locked out gets no notification. */
export async function unlockPerson(
  tx: Tx,
  actor: Actor,
  person: RecoveredPerson,
  ground: Ground,
): Promise<void> {
  if (!isLockedOut(person)) return
  const { id: employeeId, name, wrongTokensInRow, wrongCodesInRow } = person
  await tx.employee.update({
    where: { id: employeeId },
    data: { wrongTokensInRow: 0, tokensLockedUntil: null, wrongCodesInRow: 0, codesLockedUntil: null },
  })
  const details = { ...ground, wrongTokensInRow, wrongCodesInRow }
  await record(tx, actor, 'employee.tokens-unlocked', { id: employeeId, name }, details)
  const { reason } = ground
  await notify(tx, { kind: 'tokens-unlocked', employeeId, by: byWhom(actor, ground), reason })
}
