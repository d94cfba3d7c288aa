import { db } from '@/lib/db'
import type { Result } from '@/lib/result'
import { newSecretId, storedId } from '@/lib/secrets/secret-id'
import { type FreshActor, freshActorOf } from '@/lib/session/fresh-actor'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import type { SignInContext } from '@/lib/session/visitor'
import { addPasskey } from '@/lib/sign-in-methods/passkeys/add-passkey'
import { startOwnPasskey } from '@/lib/sign-in-methods/passkeys/start-own-passkey'
import { startPasskeyRegistration } from '@/lib/sign-in-methods/passkeys/start-registration'
import type { Employee } from '@/prisma/client/client'
import { actorFor, makeEmployee, makeFirm, makeSession } from '../../factories'
import { SoftwarePasskey } from './software-passkey'

/** A signed-in person who has just proven who it is. */
export async function freshActorFor(employee: Employee): Promise<FreshActor> {
  return must(await freshActorOf(actorFor(employee, { sessionId: await makeSession(employee) })))
}

/** A tech of a firm that lets a passkey be the whole sign-in. */
export async function makeTech(): Promise<Employee> {
  const firm = await makeFirm()
  await db.firm.update({ where: { id: firm.id }, data: { allowsPasskeyAlone: true } })
  return makeEmployee(firm)
}

type Kind = ConstructorParameters<typeof SoftwarePasskey>[0]

/** A passkey that was added as the portal does it. */
export async function addPasskeyOf(employee: Employee, kind?: Kind, name = 'Work laptop') {
  const passkey = new SoftwarePasskey(kind)
  const freshActor = await freshActorFor(employee)
  const options = must(await startPasskeyRegistration(freshActor))
  const { passkeyId } = must(await addPasskey(freshActor, name, passkey.make(options)))
  return { passkey, passkeyId }
}

export async function askOwn(pending: PendingSignIn) {
  return must(await startOwnPasskey(pending))
}

let networks = 0

/** Somebody at the door whom no limit has counted yet. */
export function visitor(): SignInContext {
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
