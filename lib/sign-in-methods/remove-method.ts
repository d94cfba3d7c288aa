import { record } from '@/lib/audit/record'
import { db, type Tx } from '@/lib/db'
import { notify } from '@/lib/notifications/notify'
import { ok, type Result, refuse } from '@/lib/result'
import type { FreshActor } from '@/lib/session/fresh-actor'
import { lockFreshActor } from '@/lib/session/lock-fresh-actor'
import { isRemovable } from './can-remove'
import { updateEnrolled } from './update-enrolled'

/** Locks the person, so of two removals at once the second sees what is left. */
export async function removeMethod(
  freshActor: FreshActor,
  methodId: string,
): Promise<Result<{ name: string }, 'not-found' | 'last-method'>> {
  const { employeeId, place, browser } = freshActor
  return db.$transaction(async (tx) => {
    if (!(await lockFreshActor(tx, freshActor))) return refuse('not-found')
    const method = await findMethod(tx, employeeId, methodId)
    if (!method) return refuse('not-found')
    if (!(await isRemovable(employeeId, method, tx))) return refuse('last-method')

    if (method.kind === 'passkey') await tx.passkey.delete({ where: { id: methodId } })
    else await tx.totpApp.delete({ where: { id: methodId } })
    await updateEnrolled(tx, freshActor)
    const { kind, name } = method
    await record(
      tx,
      freshActor,
      'method.removed',
      { id: employeeId, name: freshActor.name },
      { [kind]: name },
    )
    await notify(tx, { kind: 'method-removed', employeeId, place, browser, method: { kind, name } })
    return ok({ name })
  })
}

type StoredMethod = { kind: 'app' | 'passkey'; name: string; isCopied: boolean }

async function findMethod(tx: Tx, employeeId: string, methodId: string): Promise<StoredMethod | null> {
  const [method] = await tx.$queryRaw<StoredMethod[]>`
    select 'passkey' as kind, name, cloned_at is not null as "isCopied" from passkey
    where id = ${methodId}::uuid and employee_id = ${employeeId}::uuid
    union all
    select 'app', name, false from totp_app
    where id = ${methodId}::uuid and employee_id = ${employeeId}::uuid and confirmed_at is not null`
  return method ?? null
}
