import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { giveBack, type Limit, takeOne } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'
import { pendingMinutes } from '@/lib/session/pending-sign-ins'
import { newSecretId, storedId } from '@/lib/session/secret-id'
import { isFresh, type LiveSession } from '@/lib/session/sessions'
import { networkOf } from '@/lib/session/visitor'
import { verifyPassword } from './password'
import type { ConfirmForm } from './schema'
import type { Knocking } from './start-sign-in'

export type ConfirmRefusal = 'wrong-password' | 'busy' | 'too-many-tries' | 'no-number'

const perPerson: Limit = { name: 'confirm', points: 10, seconds: 15 * 60 }

/** The password is asked again when it was last proven ten minutes ago or longer. */
export function needsPassword({ actor }: LiveSession): boolean {
  return !isFresh(actor.passwordAt, actor.seenAt)
}

/**
 * Asks a signed-in person for a fresh proof: before a sensitive act (RC-7), or because the firm's rule has been switched
 * on meanwhile (SE-5). Opens a pending sign-in that will replace the session, id included (SE-2). Returns its secret.
 */
export async function startConfirm(
  session: LiveSession,
  form: ConfirmForm,
  visitor: Knocking,
): Promise<Result<string, ConfirmRefusal>> {
  const { actor } = session
  const person = await db.employee.findFirst({
    where: { id: actor.employeeId, firmId: actor.firmId },
    select: { mobileNumber: true, credential: true },
  })
  if (!person?.mobileNumber) return refuse('no-number')

  const asksPassword = needsPassword(session)
  if (asksPassword) {
    if (!(await takeOne(perPerson, actor.employeeId))) return refuse('too-many-tries')
    const matches = await verifyPassword(form.password ?? '', person.credential, actor.firmId)
    if (matches !== false) await giveBack(perPerson, actor.employeeId)
    if (matches === 'busy') return refuse('busy')
    if (!matches) {
      await record(db, actor, 'sign-in.wrong-password', undefined, { asked: 'to confirm who it is' })
      return refuse('wrong-password')
    }
  }

  const secret = newSecretId()
  const passwordAt = asksPassword ? null : actor.passwordAt
  await db.$executeRaw`
    insert into pending_sign_in
      (id, employee_id, purpose, replaces_session_id, return_to, password_at, expires_at, browser, place, browser_id, network)
    values (${storedId(secret)}, ${actor.employeeId}::uuid, 'confirm', ${actor.sessionId}, ${form.next},
      coalesce(${passwordAt}::timestamptz, now()), now() + make_interval(mins => ${pendingMinutes}),
      ${visitor.browser}, ${visitor.place}, ${visitor.browserId}, ${networkOf(visitor.address)})`
  return ok(secret)
}
