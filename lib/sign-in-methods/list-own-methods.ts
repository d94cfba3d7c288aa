import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'

export type OwnMethod = {
  id: string
  kind: 'app' | 'passkey'
  name: string
  addedAt: Date
  lastUsedAt: Date | null
  isSynced: boolean
  isCopied: boolean
}

export async function listOwnMethods(actor: Actor): Promise<OwnMethod[]> {
  return db.$queryRaw<OwnMethod[]>`
    select id, 'passkey' as kind, name, created_at as "addedAt", last_used_at as "lastUsedAt",
      is_synced as "isSynced", cloned_at is not null as "isCopied"
    from passkey where employee_id = ${actor.employeeId}::uuid
    union all
    select id, 'app', name, confirmed_at, last_used_at, false, false
    from totp_app where employee_id = ${actor.employeeId}::uuid and confirmed_at is not null
    order by kind desc, "addedAt"`
}

export async function findOwnMethod(actor: Actor, methodId: string): Promise<OwnMethod | null> {
  return (await listOwnMethods(actor)).find(({ id }) => id === methodId) ?? null
}
