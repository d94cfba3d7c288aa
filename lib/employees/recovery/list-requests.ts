import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'
import type { RecoveryKind } from '@/prisma/client/enums'

export type RecoveryState = 'open' | 'confirmed' | 'done' | 'refused' | 'expired'

export type RecoveryRow = {
  id: string
  employeeId: string
  name: string
  kind: RecoveryKind
  reason: string
  askedBy: string
  askedByName: string
  askedAt: Date
  expiresAt: Date
  answeredBy: string | null
  state: RecoveryState
}

export async function listRecoveryRequests(actor: Actor): Promise<RecoveryRow[]> {
  return db.$queryRaw<RecoveryRow[]>`
    select * from (
      select id, employee_id as "employeeId", employee_name as name, kind::text as kind, reason, asked_by as "askedBy",
        asked_by_name as "askedByName", asked_at as "askedAt", expires_at as "expiresAt", answered_by as "answeredBy",
        case when refused_at is not null then 'refused'
          when used_at is not null or (confirmed_at is not null and kind <> 'one_time_pass') then 'done'
          when expires_at <= now() then 'expired'
          when confirmed_at is not null then 'confirmed' else 'open' end as state
      from recovery_request where firm_id = ${actor.firmId}::uuid) request
    order by state in ('open', 'confirmed') desc, "askedAt" desc
    limit 40`
}
