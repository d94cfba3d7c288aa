import { readClock } from '@/lib/clock'
import type { Tx } from '@/lib/db'
import { endLinks } from '@/lib/mail-links/live-links'
import { notify } from '@/lib/notifications/notify'
import { endAllSessions } from '@/lib/session/sessions'
import type { StoredPassword } from './password'

/** Keeps a blocked password blocked when a session changes it: that session may be the attacker's. */
export async function storePassword(
  tx: Tx,
  person: { employeeId: string; place: string; browser: string },
  stored: StoredPassword,
  exceptSessionId?: string,
): Promise<void> {
  const { employeeId, place, browser } = person
  await tx.$executeRaw`
    insert into credential (employee_id, scheme, cost, password_hash)
    values (${employeeId}::uuid, ${stored.scheme}, ${stored.cost}, ${stored.passwordHash})
    on conflict (employee_id) do update
      set scheme = excluded.scheme, cost = excluded.cost, password_hash = excluded.password_hash, changed_at = now(),
        blocked_at = case when ${exceptSessionId ?? null}::text is not null then credential.blocked_at end`
  await endLinks(tx, employeeId, await readClock(tx))
  await endAllSessions(tx, employeeId, exceptSessionId)
  await notify(tx, { kind: 'password-changed', employeeId, place, browser })
}
