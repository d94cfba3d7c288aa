import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import type { Binder } from '@/lib/session/fresh-actor'
import type { RenameWayForm } from './schema'

/** A new name for an app or a passkey. A name that it has already is no change. */
export async function renameWay(binder: Binder, form: RenameWayForm): Promise<Result<void, 'not-found'>> {
  const { employeeId, name } = binder
  return db.$transaction(async (tx) => {
    const [renamed] = await tx.$queryRaw<Array<{ before: string }>>`
      with passkeys as (
        update passkey set name = ${form.name}
        where id = ${form.wayId}::uuid and employee_id = ${employeeId}::uuid
        returning old.name as before
      ), apps as (
        update authenticator set name = ${form.name}
        where id = ${form.wayId}::uuid and employee_id = ${employeeId}::uuid and confirmed_at is not null
        returning old.name as before
      )
      select before from passkeys union all select before from apps`
    if (!renamed) return refuse('not-found')
    if (renamed.before === form.name) return ok()

    const change = { name: { before: renamed.before, after: form.name } }
    await record(tx, binder, 'way.renamed', { id: employeeId, name }, change)
    return ok()
  })
}
