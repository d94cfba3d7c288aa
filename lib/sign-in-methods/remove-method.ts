import { record } from '@/lib/audit/record'
import { db, type Tx } from '@/lib/db'
import { tell } from '@/lib/notifications/notify'
import { ok, type Result, refuse } from '@/lib/result'
import type { Binder } from '@/lib/session/fresh-actor'
import { holdBinder } from '@/lib/session/lock-fresh-actor'
import { mayGo } from './can-remove'
import { markEnrolled } from './update-enrolled'

/**
 * An app or a passkey opens nothing from this moment. The last one that the firm takes stays while a second step is asked:
 * of two removals at once the second waits for the first, and sees what is left.
 */
export async function removeWay(
  binder: Binder,
  wayId: string,
): Promise<Result<{ name: string }, 'not-found' | 'last-way'>> {
  const { employeeId, place, browser } = binder
  return db.$transaction(async (tx) => {
    if (!(await holdBinder(tx, binder))) return refuse('not-found')
    const way = await findWay(tx, employeeId, wayId)
    if (!way) return refuse('not-found')
    if (!(await mayGo(employeeId, way, tx))) return refuse('last-way')

    if (way.kind === 'passkey') await tx.passkey.delete({ where: { id: wayId } })
    else await tx.authenticator.delete({ where: { id: wayId } })
    await markEnrolled(tx, binder)
    const { kind, name } = way
    await record(tx, binder, 'way.removed', { id: employeeId, name: binder.name }, { [kind]: name })
    const [at, removed] = [new Date().toISOString(), { kind, name }]
    await tell(tx, { kind: 'way-removed', employeeId, at, place, browser, way: removed })
    return ok({ name })
  })
}

type StoredWay = { kind: 'app' | 'passkey'; name: string; isCopied: boolean }

async function findWay(tx: Tx, employeeId: string, wayId: string): Promise<StoredWay | null> {
  const [way] = await tx.$queryRaw<StoredWay[]>`
    select 'passkey' as kind, name, cloned_at is not null as "isCopied" from passkey
    where id = ${wayId}::uuid and employee_id = ${employeeId}::uuid
    union all
    select 'app', name, false from authenticator
    where id = ${wayId}::uuid and employee_id = ${employeeId}::uuid and confirmed_at is not null`
  return way ?? null
}
