import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { db, type Tx } from '@/lib/db'
import type { RecoveredPerson } from '@/lib/employees/lock-colleague'
import type { RecoveryForm } from '@/lib/employees/schema'
import { notify } from '@/lib/notifications/notify'
import { ok, type Result, refuse } from '@/lib/result'
import { countLiveSessions, endAllSessions } from '@/lib/session/sessions'
import { byWhom, type Ground, lockForRecovery, type RecoveryRefusal } from './lock-helped'
import { needsAnotherAdmin } from './rules'

type EndSessionsRefusal = RecoveryRefusal | 'needs-another-admin'

export async function endSessions(
  actor: Actor,
  { employeeId, reason }: RecoveryForm,
): Promise<Result<{ name: string; ended: number }, EndSessionsRefusal>> {
  return db.$transaction(async (tx) => {
    const person = await lockForRecovery(tx, actor, employeeId, 'sign_out')
    if (!person.ok) return person
    if (needsAnotherAdmin(person.value)) return refuse('needs-another-admin')
    const ended = await signOutPerson(tx, actor, person.value, { reason })
    return ok({ name: person.value.name, ended })
  })
}

/** The caller has locked the person's row. A person who confirms this stays signed in in this browser. */
export async function signOutPerson(
  tx: Tx,
  actor: Actor,
  person: RecoveredPerson,
  ground: Ground,
): Promise<number> {
  const { id: employeeId, name } = person
  const sessions = await countLiveSessions(tx, person, actor.sessionId)
  await endAllSessions(tx, employeeId, actor.sessionId)
  if (sessions === 0) return 0

  await record(tx, actor, 'sessions.ended', { id: employeeId, name }, { ...ground, sessions })
  const { reason } = ground
  await notify(tx, { kind: 'signed-out', employeeId, by: byWhom(actor, ground), reason })
  return sessions
}
