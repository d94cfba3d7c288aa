import { db } from '@/lib/db'
import { type FreshActor, freshActorOf } from '@/lib/session/fresh-actor'
import { seal } from '@/lib/sign-in-methods/totp/sealed-secret'
import { newTotpSecret } from '@/lib/sign-in-methods/totp/totp'
import type { Employee } from '@/prisma/client/client'
import { actorFor, makeSession } from '../../factories'
import { plainToken } from './plain-totp'

export type App = { id: string; secret: string }

/** An app that this person has had for a while. */
export async function makeApp(employee: { id: string }, more: { key?: string } = {}): Promise<App> {
  const [id, secret] = [crypto.randomUUID(), newTotpSecret()]
  await db.$executeRaw`
    insert into totp_app (id, employee_id, name, sealed_secret, added_in, confirmed_at)
    values (${id}::uuid, ${employee.id}::uuid, 'Phone', ${seal(secret, id, more.key)}, 'a session of long ago', now())`
  await db.$executeRaw`
    update employee set enrolled_at = coalesce(enrolled_at, now()) where id = ${employee.id}::uuid`
  return { id, secret }
}

/** What the app shows now, or `stepsAgo` half minutes ago. */
export async function tokenOf({ secret }: { secret: string }, stepsAgo = 0): Promise<string> {
  return plainToken(secret, (await databaseSeconds()) - stepsAgo * 30)
}

/** Six digits that the app shows neither now nor just before or after. */
export async function wrongTokenFor(app: { secret: string }): Promise<string> {
  const right = await Promise.all([-1, 0, 1, 2].map((stepsAgo) => tokenOf(app, stepsAgo)))
  return ['111111', '222222', '333333', '444444', '555555'].find((token) => !right.includes(token)) ?? ''
}

/** Does the work again, from the start, when a half minute ended in the middle of it. */
export async function inOneStep<Value>(work: () => Promise<Value>): Promise<Value> {
  for (;;) {
    const before = await presentStep()
    const value = await work()
    if ((await presentStep()) === before) return value
  }
}

export async function presentStep(): Promise<number> {
  return Math.floor((await databaseSeconds()) / 30)
}

async function databaseSeconds(): Promise<number> {
  const [clock] = await db.$queryRaw<Array<{ seconds: number }>>`
    select extract(epoch from clock_timestamp())::float8 as seconds`
  return clock?.seconds ?? 0
}

/** Somebody who has just proven everything in a session. */
export async function freshActorFor(employee: Employee): Promise<FreshActor> {
  const freshActor = await freshActorOf(actorFor(employee, { sessionId: await makeSession(employee) }))
  if (!freshActor.ok) throw new Error(freshActor.reason)
  return freshActor.value
}
