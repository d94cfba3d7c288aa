import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'
import type { Fact } from '@/lib/notifications/words/parts'
import { oneLine } from '@/lib/notifications/words/plain-text'
import { storedId } from '@/lib/secrets/secret-id'
import { notificationMail } from './notification-mail'
import { notMeDays, unreadDays } from './rules'
import { type NotificationsView, writePosition } from './schema'
import { isOwnAct, type Notification, readNotification } from './words/notification'

const notificationsPageSize = 20
const mostCounted = 100

export type ShownNotification = {
  id: string
  at: Date
  /** Unread, or seen a moment ago: a page that marks what it shows still shows what was new on it. */
  isNew: boolean
  kind: Notification['kind']
  saidAt: Date | null
  canSayNotMe: boolean
  subject: string
  paragraphs: string[]
  facts: Fact[]
}

type Row = {
  id: string
  at: Date
  isNew: boolean
  saidAt: Date | null
  isOpen: boolean
  content: unknown
}

export async function listNotifications(
  actor: Actor,
  { before }: NotificationsView,
): Promise<{ notifications: ShownNotification[]; older: string | null; isUnreadable?: true }> {
  if (before === null) return { notifications: [], older: null, isUnreadable: true }
  const rows = await db.$queryRaw<Row[]>`
    select id, at, seen_at is null or seen_at > now() - interval '1 minute' as "isNew", not_me_at as "saidAt", content,
      at > now() - make_interval(days => ${notMeDays}) as "isOpen"
    from notification
    where employee_id = ${actor.employeeId}::uuid
      and (at, id) < (coalesce(${before?.at ?? null}::timestamptz, 'infinity'), coalesce(${before?.id ?? null}::uuid, ${lastId}::uuid))
    order by at desc, id desc limit ${notificationsPageSize + 1}`
  const notifications = rows.slice(0, notificationsPageSize).map((row) => shown(row, actor))
  const last = notifications.at(-1)
  return { notifications, older: rows.length > notificationsPageSize && last ? writePosition(last) : null }
}

const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** Every page asks for the count, so it looks at a month at most. */
export async function countUnread(actor: Actor): Promise<number> {
  const [counted] = await db.$queryRaw<Array<{ unread: number }>>`
    select count(*)::int as unread from (
      select from notification
      where employee_id = ${actor.employeeId}::uuid and at > now() - make_interval(days => ${unreadDays}) and seen_at is null
      limit ${mostCounted}) newest`
  return counted?.unread ?? 0
}

export type NotMeNotification = { subject: string; kind: Notification['kind']; at: Date; saidAt: Date | null }

/** Anyone with the link sees this, so it names no person. A look changes nothing: mail scanners open every link. */
export async function findByNotMeLink(secret: string): Promise<NotMeNotification | null> {
  if (!/^[\w-]{43}$/.test(secret)) return null
  const [row] = await db.$queryRaw<Array<{ id: string; at: Date; saidAt: Date | null; content: unknown }>>`
    select n.id, n.at, n.not_me_at as "saidAt", n.content from notification n join employee e on e.id = n.employee_id
    where n.not_me_hash = ${storedId(secret)} and n.at > now() - make_interval(days => ${notMeDays}) and e.active`
  const notification = row && readNotification(row.content, row.at)
  if (!notification || !isOwnAct(notification)) return null
  const { subject } = notificationMail(notification, nobody, '', row.id)
  return { subject, kind: notification.kind, at: row.at, saidAt: row.saidAt }
}

const nobody = { name: '', firmName: '', isOperator: false }

function shown({ id, at, isNew, saidAt, isOpen, content }: Row, actor: Actor): ShownNotification {
  const notification = readNotification(content, at)
  const reader = { name: actor.name, firmName: actor.firmName, isOperator: actor.role === 'support' }
  const { subject, paragraphs, facts = [] } = notificationMail(notification, reader, '', id)
  return {
    id,
    at,
    isNew,
    kind: notification.kind,
    saidAt,
    canSayNotMe: isOpen && !saidAt && isOwnAct(notification),
    subject: oneLine(subject),
    paragraphs,
    facts: facts.filter(([label]) => label !== 'When').map(([label, value]) => [label, oneLine(value)]),
  }
}
