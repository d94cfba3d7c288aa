import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'

/** An app or a passkey of the person's own. The last two are of passkeys only. */
export type OwnMethod = {
  id: string
  kind: 'app' | 'passkey'
  name: string
  addedAt: Date
  lastUsedAt: Date | null
  isSynced: boolean
  /** There seems to be a copy of it, so it opens nothing any more. */
  isCopied: boolean
}

/** Passkeys first, then apps, each in the order they were added. */
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

/** Null for nobody's, and for somebody else's. */
export async function findOwnMethod(actor: Actor, methodId: string): Promise<OwnMethod | null> {
  return (await listOwnMethods(actor)).find(({ id }) => id === methodId) ?? null
}
