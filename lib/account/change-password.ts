import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { db, type Tx } from '@/lib/db'
import { checkOwnPassword, type OwnPasswordRefusal } from '@/lib/passwords/check-own-password'
import { checkPassword } from '@/lib/passwords/check-password'
import { hashPassword } from '@/lib/passwords/password'
import type { PasswordRefusal } from '@/lib/passwords/rules'
import { storePassword } from '@/lib/passwords/store-password'
import { ok, type Result, refuse } from '@/lib/result'
import { hasFreshProof } from '@/lib/session/sessions'
import type { ChangePasswordForm } from './schema'

export type ChangePasswordRefusal =
  | 'proof-needed'
  | 'unchanged'
  | Exclude<OwnPasswordRefusal, 'too-many-tries'>
  | 'too-many-wrong'
  | PasswordRefusal

/** Requires the current password: an attacker at an open session must not change it. */
export async function changePassword(
  actor: Actor,
  { currentPassword, newPassword }: ChangePasswordForm,
): Promise<Result<void, ChangePasswordRefusal>> {
  const person = await db.employee.findFirstOrThrow({
    where: { id: actor.employeeId, firmId: actor.firmId },
    select: { credential: true, mustUseSecondFactor: true },
  })
  const { credential: current } = person
  if (person.mustUseSecondFactor && !hasFreshProof(actor)) return refuse('proof-needed')

  const wrong = await checkOwnPassword(actor, currentPassword, current, 'security')
  if (wrong) return refuse(wrong.reason === 'too-many-tries' ? 'too-many-wrong' : wrong.reason, wrong.opensAt)
  if (!current) return refuse('wrong-password')
  if (newPassword.normalize('NFC') === currentPassword.normalize('NFC')) return refuse('unchanged')
  const refusal = await checkPassword(newPassword, actor)
  if (refusal) return refusal

  const stored = await hashPassword(newPassword)
  return db.$transaction(async (tx) => {
    if (!(await isStillCurrent(tx, actor, current.passwordHash))) return refuse('wrong-password')
    await storePassword(tx, actor, stored, actor.sessionId)
    await tx.$executeRaw`update session set password_at = now() where id = ${actor.sessionId}`
    await record(tx, actor, 'password.changed', { id: actor.employeeId, name: actor.name })
    return ok()
  })
}

async function isStillCurrent(tx: Tx, actor: Actor, passwordHash: string): Promise<boolean> {
  const held = await tx.$queryRaw<unknown[]>`
    select from credential where employee_id = ${actor.employeeId}::uuid and password_hash = ${passwordHash} for update`
  return held.length === 1
}
