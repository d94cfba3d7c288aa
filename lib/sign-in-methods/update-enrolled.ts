import type { Tx } from '@/lib/db'
import type { FreshActor } from '@/lib/session/fresh-actor'
import { endAllSessions } from '@/lib/session/sessions'

/** Ends the other sessions after a method was added or removed (ASVS 7.4.3). */
export async function updateEnrolled(tx: Tx, { employeeId, boundTo, sessionId }: FreshActor): Promise<void> {
  await tx.$executeRaw`
    update employee e set enrolled_at = case
      when exists (select from totp_app a where a.employee_id = e.id and a.confirmed_at is not null)
        or exists (select from passkey p where p.employee_id = e.id and p.cloned_at is null)
      then coalesce(enrolled_at, now()) end
    where e.id = ${employeeId}::uuid`
  await tx.trustedBrowser.deleteMany({ where: { employeeId } })
  await endAllSessions(tx, employeeId, sessionId ?? undefined, sessionId ? undefined : boundTo)
}
