import { db } from '@/lib/db'
import type { Result } from '@/lib/result'
import { newSecretId, storedId } from '@/lib/secrets/secret-id'
import { type Binder, binderOf } from '@/lib/session/fresh-actor'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import type { Knocking } from '@/lib/session/visitor'
import { addPasskey } from '@/lib/sign-in-methods/passkeys/add-passkey'
import { askForOwnPasskey } from '@/lib/sign-in-methods/passkeys/start-own-passkey'
import { askToAddPasskey } from '@/lib/sign-in-methods/passkeys/start-registration'
import type { Employee } from '@/prisma/client/client'
import { actorFor, makeEmployee, makeFirm, makeSession } from '../../factories'
import { SoftwarePasskey } from './software-passkey'

/** A signed-in person who has just proven who it is. */
export async function binderFor(employee: Employee): Promise<Binder> {
  return must(await binderOf(actorFor(employee, { sessionId: await makeSession(employee) })))
}

/** A tech of a firm that lets a passkey be the whole sign-in. */
export async function makeTech(): Promise<Employee> {
  const firm = await makeFirm()
  await db.firm.update({ where: { id: firm.id }, data: { allowsPasskeyAlone: true } })
  return makeEmployee(firm)
}

type Kind = ConstructorParameters<typeof SoftwarePasskey>[0]

/** A passkey that was added the way the portal does it. */
export async function addPasskeyOf(employee: Employee, kind?: Kind, name = 'Work laptop') {
  const passkey = new SoftwarePasskey(kind)
  const binder = await binderFor(employee)
  const options = must(await askToAddPasskey(binder))
  const { passkeyId } = must(await addPasskey(binder, name, passkey.make(options)))
  return { passkey, passkeyId }
}

export async function askOwn(pending: PendingSignIn) {
  return must(await askForOwnPasskey(pending))
}

let networks = 0

/** Somebody at the door whom no limit has counted yet. */
export function visitor(): Knocking {
  networks += 1
  return {
    address: `198.51.${networks % 250}.${Math.floor(networks / 250)}`,
    place: 'somewhere',
    browser: 'Chrome on Linux',
    requestId: 'test',
    browserId: storedId(newSecretId()),
  }
}

export function must<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(result.reason)
  return result.value
}
