import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'
import type { AuditAction } from './record'
import type { AuditView } from './schema'

const auditPageSize = 50

type Position = { person?: string; before?: bigint; after?: bigint }
type EventsPage = {
  events: Awaited<ReturnType<typeof findEvents>>
  newer: bigint | null
  older: bigint | null
  isUnreadable?: true
}

export type AuditPage = Awaited<ReturnType<typeof listAuditEvents>>
export type OwnSignIn = {
  id: bigint
  at: Date
  action: string
  place: string | null
  browser: string | null
  method: string | null
}

/** Pages by event id, which only grows, so new events do not shift a page. */
export async function listAuditEvents(
  actor: Actor,
  { person, before, after }: AuditView,
): Promise<EventsPage> {
  if (before === null || after === null) return { events: [], newer: null, older: null, isUnreadable: true }
  return listEvents(actor, { person, before, after })
}

async function listEvents(actor: Actor, view: Position): Promise<EventsPage> {
  if (view.after !== undefined) {
    const found = await findEvents(actor, view, 'asc')
    const isFull = found.length > auditPageSize
    // Shows a full newest page: only a few events may remain above this one.
    if (!isFull) return listEvents(actor, { person: view.person })
    const events = found.slice(0, auditPageSize).reverse()
    return { events, newer: events[0]?.id ?? null, older: events.at(-1)?.id ?? null }
  }
  const found = await findEvents(actor, view, 'desc')
  const events = found.slice(0, auditPageSize)
  const newer = view.before === undefined ? null : (events[0]?.id ?? null)
  const older = found.length > auditPageSize ? (events.at(-1)?.id ?? null) : null
  return { events, newer, older }
}

export async function getPersonName(actor: Actor, employeeId: string): Promise<string | null> {
  const person = await db.employee.findFirst({
    where: { id: employeeId, firmId: actor.firmId },
    select: { name: true },
  })
  return person?.name ?? null
}

const signInActions: AuditAction[] = [
  'sign-in.finished',
  'sign-in.wrong-password',
  'sign-in.wrong-token',
  'sign-in.wrong-code',
  'sign-in.passkey-refused',
  'sign-in.method-below-minimum',
  'sign-in.denied',
  'sign-in.tokens-locked',
  'sign-in.codes-locked',
  'sign-in.tokens-disabled',
  'passkey.copied',
]

export async function listOwnSignIns(actor: Actor, limit: number): Promise<OwnSignIn[]> {
  return db.$queryRaw<OwnSignIn[]>`
    select id, at, action, place, browser, details ->> 'secondFactor' as method from audit_event
    where firm_id = ${actor.firmId}::uuid and actor_id = ${actor.employeeId}::uuid and action = any(${signInActions})
      and (action <> 'sign-in.finished' or details ->> 'purpose' is distinct from 'step_up')
    order by id desc limit ${limit}`
}

function findEvents(actor: Actor, view: Position, order: 'asc' | 'desc') {
  return db.auditEvent.findMany({
    where: { firmId: actor.firmId, actorId: view.person, id: { lt: view.before, gt: view.after } },
    orderBy: { id: order },
    take: auditPageSize + 1,
    select: {
      id: true,
      at: true,
      actorId: true,
      actorName: true,
      action: true,
      targetName: true,
      place: true,
      browser: true,
      details: true,
    },
  })
}
