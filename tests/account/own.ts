import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'
import { type FreshActor, freshActorOf } from '@/lib/session/fresh-actor'
import type { Employee } from '@/prisma/client/client'
import { actorFor, makeEmployee, makeFirm, makeSession } from '../factories'

type FirmWishes = Parameters<typeof makeFirm>[0]

/** A tech whose firm asks for a second step and texts by Verify, so that the number alone is a sign-in method. */
export async function newTech(wishes: FirmWishes = {}): Promise<Employee> {
  const firm = await makeFirm({ requiresSecondFactor: true, ...wishes })
  return makeEmployee(firm, { vendor: 'verify' })
}

/** The person with a session that has just proven everything. */
export async function signedIn(person: Employee, wishes: Partial<Actor> = {}): Promise<Actor> {
  return actorFor(person, { sessionId: await makeSession(person), ...wishes })
}

export async function freshActorFrom(actor: Actor): Promise<FreshActor> {
  const freshActor = await freshActorOf(actor)
  if (!freshActor.ok) throw new Error(freshActor.reason)
  return freshActor.value
}

/** Ten minutes and one second after the last proof. */
export const staleSince = () => new Date(Date.now() - 10 * 60 * 1000 - 1000)

export async function makePasskey(person: Employee, name = 'Laptop', wishes: { clonedAt?: Date } = {}) {
  const { id } = await db.passkey.create({
    data: {
      employeeId: person.id,
      name,
      credentialId: crypto.randomUUID(),
      publicKey: Buffer.from('key'),
      isSynced: true,
      isBackedUp: true,
      ...wishes,
    },
  })
  await db.$executeRaw`
    update employee set enrolled_at = coalesce(enrolled_at, now()) where id = ${person.id}::uuid`
  return id
}

export async function makeTrusted(person: Employee, browser = 'Firefox on Linux') {
  const { id } = await db.trustedBrowser.create({
    data: {
      id: crypto.randomUUID(),
      employeeId: person.id,
      browser,
      place: 'this computer',
      expiresAt: new Date(Date.now() + 60 * 60 * 1000),
    },
  })
  return id
}

export function eventsOf(person: { id: string }, action: string) {
  return db.auditEvent.findMany({ where: { actorId: person.id, action }, orderBy: { id: 'asc' } })
}
