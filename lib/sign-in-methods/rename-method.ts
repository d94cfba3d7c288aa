import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import type { FreshActor } from '@/lib/session/fresh-actor'
import type { RenameMethodForm } from './schema'

export async function renameMethod(
  freshActor: FreshActor,
  form: RenameMethodForm,
): Promise<Result<void, 'not-found'>> {
  const { employeeId, name } = freshActor
  return db.$transaction(async (tx) => {
    const [renamed] = await tx.$queryRaw<Array<{ before: string }>>`
      with passkeys as (
        update passkey set name = ${form.name}
        where id = ${form.methodId}::uuid and employee_id = ${employeeId}::uuid
        returning old.name as before
      ), apps as (
        update totp_app set name = ${form.name}
        where id = ${form.methodId}::uuid and employee_id = ${employeeId}::uuid and confirmed_at is not null
        returning old.name as before
      )
      select before from passkeys union all select before from apps`
    if (!renamed) return refuse('not-found')
    if (renamed.before === form.name) return ok()

    const change = { name: { before: renamed.before, after: form.name } }
    await record(tx, freshActor, 'method.renamed', { id: employeeId, name }, change)
    return ok()
  })
}
