import type { Method } from '@/lib/access/methods'
import { methodOf, type Proof, recordedFactor } from '@/lib/access/proof'
import { record } from '@/lib/audit/record'
import { closeFound } from '@/lib/cases/close-found'
import { after } from '@/lib/clock'
import { db, type Tx } from '@/lib/db'
import { type LockedEmployee, lockEmployee } from '@/lib/lock-employee'
import { notifyAdminsOfNumber } from '@/lib/notifications/alert-admins'
import { notify } from '@/lib/notifications/notify'
import { ok, type Result, refuse } from '@/lib/result'
import { newSecretId, storedId } from '@/lib/secrets/secret-id'
import { isPendingLive, type PendingHere } from '@/lib/session/pending-sign-ins'
import { sessionHours } from '@/lib/session/sessions'
import { wrongTokensUntilDisabled } from '@/lib/sign-in-methods/lockout-rules'
import { supersedePushes } from '@/lib/sign-in-methods/open-pushes'
import type { MethodsNow } from '@/lib/sign-in-methods/queries'
import type { Prisma } from '@/prisma/client/client'
import { type ConsumeRefusal, consumeProof } from './consume-proof'
import { enforcePolicy, type PolicyRefusal } from './enforce-policy'

export type FinishRefusal = 'ended' | ConsumeRefusal | PolicyRefusal

export type FinishedSignIn = {
  sessionSecret: string
  returnTo: string | null
  isFirst: boolean
  methods: MethodsNow | null
}

/** Opens every session by conditional writes in one transaction: of any number of attempts at once, one succeeds. */
export async function finishSignIn(
  here: PendingHere,
  proof: Proof,
): Promise<Result<FinishedSignIn, FinishRefusal>> {
  return db.$transaction(async (tx) => {
    const { pendingId, place, browser } = here
    const locked = await lockPerson(tx, here)
    if (!locked) return refuse('ended')
    const { id: employeeId, now } = locked
    const consumed = await consumeProof(tx, pendingId, employeeId, proof)
    if (!consumed.ok) return consumed
    const allowed = await enforcePolicy(tx, pendingId, employeeId, proof)
    if (!allowed.ok) return allowed

    const pending = await consumePending(tx, pendingId)
    if (!pending) return refuse('ended')
    // A step-up continues a session: one that has ended since stays ended.
    const hasReplaced = await endReplaced(tx, pending)
    if (pending.purpose === 'step_up' && !hasReplaced) return refuse('ended')
    // A deactivation at this moment either waits and ends this session, or is seen here.
    if (!locked.active) return refuse('ended')
    await countSignIn(tx, locked, proof)

    const sessionSecret = newSecretId()
    const secondFactorAt = consumed.value === 'now' ? now : consumed.value
    await openSession(tx, storedId(sessionSecret), { ...pending, ...here }, { proof, secondFactorAt, now })
    await supersedePushes(tx, { pendingSignInId: pendingId }, now)

    const { firmId, name } = locked
    const who = { firmId, name, employeeId, place, browser }
    await record(tx, who, 'sign-in.finished', undefined, {
      secondFactor: recordedFactor(proof),
      purpose: pending.purpose,
    })
    await noteBrowser(tx, employeeId, here, proof, now)
    if (provesPhone(proof)) {
      await closeFound(tx, who)
      await noteFirstProof(tx, who, locked)
    }
    const isFirst = methodOf(proof) !== null && !locked.testedAt && pending.purpose === 'sign_in'
    return ok({ sessionSecret, returnTo: pending.returnTo, isFirst, methods: allowed.value })
  })
}

async function noteFirstProof(
  tx: Tx,
  who: { employeeId: string; firmId: string; name: string; place: string; browser: string },
  { numberProvenAt, mobileNumber: number }: LockedEmployee,
): Promise<void> {
  if (numberProvenAt || !number) return
  const { employeeId, place, browser } = who
  await notify(tx, { kind: 'number-confirmed', employeeId, place, browser, number })
  await notifyAdminsOfNumber(tx, who, number)
}

/** Locks the person before the sign-in, as other writers do: the other order can deadlock. */
async function lockPerson(tx: Tx, { pendingId, browserId }: PendingHere): Promise<LockedEmployee | null> {
  const [pending] = await tx.$queryRaw<Array<{ employeeId: string }>>`
    select p.employee_id as "employeeId" from pending_sign_in p
    where p.id = ${pendingId} and p.browser_id = ${browserId} and ${isPendingLive} and p.purpose <> 'prove_number'`
  return pending ? lockEmployee(tx, pending.employeeId) : null
}

function provesPhone(proof: Proof): boolean {
  return proof.kind === 'token' || proof.kind === 'push'
}

function usesVendorApp(proof: Proof): boolean {
  return proof.kind === 'push' || (proof.kind === 'token' && proof.method === 'app')
}

type ConsumedPending = {
  employeeId: string
  purpose: string
  replacesSessionId: string | null
  returnTo: string | null
  passwordAt: Date
}

async function consumePending(tx: Tx, pendingId: string): Promise<ConsumedPending | null> {
  const [pending] = await tx.$queryRaw<ConsumedPending[]>`
    update pending_sign_in p set consumed_at = now()
    where p.id = ${pendingId} and ${isPendingLive} and p.purpose <> 'prove_number'
    returning employee_id as "employeeId", purpose::text as purpose, replaces_session_id as "replacesSessionId",
      return_to as "returnTo", password_at as "passwordAt"`
  return pending ?? null
}

/** Ends the browser's session even if it is another person's, since its cookie is about to be overwritten. */
async function endReplaced(
  tx: Tx,
  { purpose, replacesSessionId, employeeId }: ConsumedPending,
): Promise<boolean> {
  if (!replacesSessionId) return false
  const whose = purpose === 'step_up' ? employeeId : undefined
  const { count } = await tx.session.deleteMany({ where: { id: replacesSessionId, employeeId: whose } })
  return count === 1
}

/** A disabled counter stays disabled until an admin unlocks it or the phone is replaced. */
async function countSignIn(tx: Tx, person: LockedEmployee, proof: Proof): Promise<void> {
  const { id, now } = person
  const method = methodOf(proof)
  const data: Prisma.EmployeeUpdateInput = { lastSignInAt: now }
  if (method) {
    if (person.wrongTokensInRow < wrongTokensUntilDisabled) data.wrongTokensInRow = 0
    if (person.wrongCodesInRow < wrongTokensUntilDisabled) data.wrongCodesInRow = 0
    Object.assign(data, { tokensLockedUntil: null, codesLockedUntil: null, testedAt: person.testedAt ?? now })
  }
  data.lastMethod = lastingMethod(proof) ?? undefined
  if (provesPhone(proof)) data.numberProvenAt = person.numberProvenAt ?? now
  if (usesVendorApp(proof)) data.vendorAppUsedAt = now
  await tx.employee.update({ where: { id }, data })
}

/** Recovery codes run out: the next sign-in starts with the method before. */
function lastingMethod(proof: Proof): Method | null {
  const method = methodOf(proof)
  return method === 'recovery-code' ? null : method
}

async function openSession(
  tx: Tx,
  id: string,
  { employeeId, passwordAt, browser, place }: ConsumedPending & PendingHere,
  { proof, secondFactorAt, now }: { proof: Proof; secondFactorAt: Date | null; now: Date },
): Promise<void> {
  const secondFactor = proof.kind === 'password' ? null : recordedFactor(proof)
  const expiresAt = after(now, { hours: sessionHours })
  const proven = { passwordAt, secondFactorAt, secondFactor }
  await tx.session.create({ data: { id, employeeId, expiresAt, ...proven, browser, place } })
}

async function noteBrowser(
  tx: Tx,
  employeeId: string,
  { browserId, network, place, browser }: PendingHere,
  proof: Proof,
  now: Date,
): Promise<void> {
  const [seen] = await tx.$queryRaw<Array<{ isNew: boolean }>>`
    insert into known_browser as k (employee_id, browser_id, last_method)
    values (${employeeId}::uuid, ${browserId}, ${lastingMethod(proof)})
    on conflict (employee_id, browser_id) do update
      set last_seen_at = now(), last_method = coalesce(excluded.last_method, k.last_method)
    returning coalesce(old.last_seen_at, '-infinity') = '-infinity' as "isNew"`
  if (network) {
    await tx.knownNetwork.upsert({
      where: { employeeId_network: { employeeId, network } },
      create: { employeeId, network },
      update: { lastSeenAt: now },
    })
  }
  if (seen?.isNew) await notify(tx, { kind: 'new-browser', employeeId, place, browser })
}
