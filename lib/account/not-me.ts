import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { db, type Tx } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import { notMeHashOf } from '@/lib/mail-links/not-me-link'
import { alertOtherAdmins } from '@/lib/notifications/alert-admins'
import { notify } from '@/lib/notifications/notify'
import { notMeDays } from '@/lib/notifications/rules'
import { type Notification, ownActs, readNotification } from '@/lib/notifications/words/notification'
import { type Limit, takeOne } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'
import { storedId } from '@/lib/secrets/secret-id'
import { endAllSessions } from '@/lib/session/sessions'
import { networkOf, type Visitor } from '@/lib/session/visitor'
import { restoreEmail } from './confirm-email'

type NotMeRefusal = 'ended' | 'too-many-tries'

const perNetwork: Limit = { name: 'not-me-network', points: 30, seconds: 15 * 60 }

type Answered = {
  notificationId: string
  content: unknown
  at: Date
  employeeId: string
  firmId: string
  name: string
  email: string
}
type Seen = Pick<Visitor, 'place' | 'browser' | 'requestId'>

/** Needs no sign-in, and lowers nothing that a sign-in requires: an attacker with the mailbox gains nothing. */
export async function sayNotMe(secret: string, visitor: Visitor): Promise<Result<void, NotMeRefusal>> {
  if (!(await takeOne(perNetwork, networkOf(visitor.address)))) return refuse('too-many-tries')
  return secureAccount(storedId(secret), visitor)
}

/** Ends this session too: it may be the attacker's. */
export async function sayNotMeSignedIn(
  actor: Actor,
  notificationId: string,
): Promise<Result<void, NotMeRefusal>> {
  const own = await db.notification.count({ where: { id: notificationId, employeeId: actor.employeeId } })
  if (own === 0) return refuse('ended')
  return secureAccount(notMeHashOf(notificationId), { ...actor, requestId: crypto.randomUUID() })
}

async function secureAccount(hash: string, seen: Seen): Promise<Result<void, NotMeRefusal>> {
  return db.$transaction(async (tx) => {
    const person = await answerNotification(tx, hash)
    if (!person) return refuse('ended')
    const { employeeId, name, email } = person
    const { place, browser, requestId } = seen

    const isFirst = await blockPassword(tx, employeeId)
    await endAllSessions(tx, employeeId)
    await forgetBrowsers(tx, employeeId)
    await tx.$executeRaw`
      update employee set pushes_locked_at = coalesce(pushes_locked_at, now()) where id = ${employeeId}::uuid`
    const undone = await undo(tx, person)

    const notification = readNotification(person.content, person.at)
    const restored = await undoEmailChange(tx, employeeId, notification)
    const who = { ...person, name: `${name}, through a notification`, place, browser, requestId }
    await record(
      tx,
      who,
      'account.not-me',
      { id: employeeId, name },
      { notification: notification.kind, ...undone },
    )
    // Sends one mail for several answered notifications, so its link stays the newest.
    if (isFirst) {
      await enqueue(tx, 'password-reset-mail', { email: restored ?? email, place, browser })
      await notify(tx, { kind: 'account-secured', employeeId })
      await alertOtherAdmins(tx, person, 'not-me')
    }
    return ok()
  })
}

/** Returns the old address, when it is the person's again. */
async function undoEmailChange(
  tx: Tx,
  employeeId: string,
  notification: Notification,
): Promise<string | null> {
  if (notification.kind === 'email-changed') return restoreEmail(tx, employeeId, notification)
  if (notification.kind !== 'email-change-asked') return null
  await tx.employee.update({ where: { id: employeeId }, data: { pendingEmail: null } })
  return null
}

async function answerNotification(tx: Tx, hash: string): Promise<Answered | null> {
  const [answered] = await tx.$queryRaw<Answered[]>`
    update notification n set not_me_at = now(), seen_at = coalesce(n.seen_at, now()) from employee e
    where n.not_me_hash = ${hash} and n.not_me_at is null and n.at > now() - make_interval(days => ${notMeDays})
      and n.content ->> 'kind' = any(${[...ownActs]}) and e.id = n.employee_id and e.active
    returning n.id as "notificationId", n.content, n.at, e.id as "employeeId", e.firm_id as "firmId", e.name, e.email`
  return answered ?? null
}

/** Locks the credential before the person, as everywhere; false when it was already blocked. */
async function blockPassword(tx: Tx, employeeId: string): Promise<boolean> {
  const [credential] = await tx.$queryRaw<Array<{ wasBlocked: boolean }>>`
    update credential set blocked_at = coalesce(blocked_at, now()) where employee_id = ${employeeId}::uuid
    returning coalesce(old.blocked_at is not null, false) as "wasBlocked"`
  return !credential?.wasBlocked
}

async function forgetBrowsers(tx: Tx, employeeId: string): Promise<void> {
  await tx.trustedBrowser.deleteMany({ where: { employeeId } })
  await tx.knownBrowser.deleteMany({ where: { employeeId } })
  await tx.knownNetwork.deleteMany({ where: { employeeId } })
}

/** Removes also what was added within a day: an attacker may leave several methods, and the owner answers the first mail. */
async function undo(
  tx: Tx,
  { notificationId, content, at, employeeId }: Answered,
): Promise<{ removed?: string }> {
  const notification = readNotification(content, at)
  const addedMethod = notification.kind === 'method-added' ? notification.method.id : null
  const methods = await tx.$queryRaw<Array<{ name: string }>>`
    with notified as (select at from notification where id = ${notificationId}::uuid),
      passkeys as (delete from passkey p using notified where p.employee_id = ${employeeId}::uuid
        and (p.id = ${addedMethod}::uuid or p.created_at between notified.at and notified.at + interval '1 day') returning p.name),
      apps as (delete from totp_app a using notified where a.employee_id = ${employeeId}::uuid
        and (a.id = ${addedMethod}::uuid or a.confirmed_at between notified.at and notified.at + interval '1 day') returning a.name)
    select name from passkeys union all select name from apps`
  const codes = await tx.$executeRaw`
    delete from recovery_code c using notification n
    where n.id = ${notificationId}::uuid and c.employee_id = ${employeeId}::uuid
      and c.created_at between n.at and n.at + interval '1 day'`
  const removed = [...methods.map(({ name }) => name), ...(codes > 0 ? ['recovery codes'] : [])]
  return removed.length > 0 ? { removed: removed.join(', ') } : {}
}
