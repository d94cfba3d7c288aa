import { methodOf, type Proof, recordedFactor } from '@/lib/access/proof'
import { record } from '@/lib/audit/record'
import { closeFound } from '@/lib/cases/close-found'
import { db, type Tx } from '@/lib/db'
import { notify } from '@/lib/notifications/notify'
import { ok, type Result, refuse } from '@/lib/result'
import { newSecretId, storedId } from '@/lib/secrets/secret-id'
import { sessionHours } from '@/lib/session/sessions'
import { wrongTokensUntilDisabled } from '@/lib/sign-in-methods/lockout-rules'
import { type ConsumeRefusal, consumeProof } from './consume-proof'
import { enforcePolicy, type PolicyRefusal } from './enforce-policy'

/** `'ended'`: used, expired, or the person was deactivated. */
export type FinishRefusal = 'ended' | ConsumeRefusal | PolicyRefusal

/** `isFirst`: a sign-in with a second step, and the first one with the present number. */
export type FinishedSignIn = { sessionSecret: string; returnTo: string | null; isFirst: boolean }

/**
 * The only place where anybody becomes signed in. One transaction uses up the proof, then the pending sign-in,
 * and opens the session: each by one conditional write, so of any number of attempts in any number of processes one
 * gets through, and a process killed halfway leaves a sign-in that can be finished or begun again.
 */
export async function finishSignIn(
  pendingId: string,
  proof: Proof,
): Promise<Result<FinishedSignIn, FinishRefusal>> {
  return db.$transaction(async (tx) => {
    const employeeId = await lockPerson(tx, pendingId)
    if (!employeeId) return refuse('ended')
    const consumed = await consumeProof(tx, pendingId, employeeId, proof)
    if (!consumed.ok) return consumed
    const belowMinimum = await enforcePolicy(tx, pendingId, employeeId, proof)
    if (belowMinimum) return refuse(belowMinimum)

    const pending = await consumePending(tx, pendingId)
    if (!pending) return refuse('ended')
    // A fresh proof continues a session: one that was ended meanwhile stays ended.
    const hasReplaced = await endReplaced(tx, pending)
    if (pending.purpose === 'step_up' && !hasReplaced) return refuse('ended')
    // A deactivation at the same moment either waits and ends this session, or is seen here.
    const person = await countSignIn(tx, pending.employeeId, proof)
    if (!person) return refuse('ended')

    const sessionSecret = newSecretId()
    await openSession(tx, storedId(sessionSecret), pending, { kind: proof.kind, at: consumed.value })
    await tx.$executeRaw`
      update push set status = 'superseded', settled_at = now()
      where pending_sign_in_id = ${pendingId} and status in ('sending', 'pending')`

    const who = { ...person, employeeId: pending.employeeId, place: pending.place, browser: pending.browser }
    await record(tx, who, 'sign-in.finished', undefined, {
      secondFactor: recordedFactor(proof),
      purpose: pending.purpose,
    })
    await noteBrowser(tx, pending)
    if (provesPhone(proof)) await closeFound(tx, who)
    const isFirst = person.isUntested && pending.purpose === 'sign_in'
    return ok({ sessionSecret, returnTo: pending.returnTo, isFirst })
  })
}

/**
 * The person before the sign-in, as everybody who changes both does: in the other order two requests could deadlock. A sign-in
 * that has ended uses up no proof.
 */
async function lockPerson(tx: Tx, pendingId: string): Promise<string | null> {
  const [person] = await tx.$queryRaw<Array<{ id: string }>>`
    select id from employee where id = (select employee_id from pending_sign_in
      where id = ${pendingId} and consumed_at is null and expires_at > now() and purpose <> 'prove_number')
    for no key update`
  return person?.id ?? null
}

/** Only these show that somebody holds the phone with the number on file. */
function provesPhone(proof: Proof): boolean {
  return proof.kind === 'token' || proof.kind === 'push'
}

/** A request that was answered, or a token that only the vendor's app can have made. */
function usesVendorApp(proof: Proof): boolean {
  return proof.kind === 'push' || (proof.kind === 'token' && proof.method === 'app')
}

type ConsumedPending = {
  employeeId: string
  purpose: string
  replacesSessionId: string | null
  returnTo: string | null
  passwordAt: Date
  browser: string
  place: string
  browserId: string
  network: string
}

async function consumePending(tx: Tx, pendingId: string): Promise<ConsumedPending | null> {
  const [pending] = await tx.$queryRaw<ConsumedPending[]>`
    update pending_sign_in set consumed_at = now()
    where id = ${pendingId} and consumed_at is null and expires_at > now() and purpose <> 'prove_number'
    returning employee_id as "employeeId", purpose::text as purpose, replaces_session_id as "replacesSessionId",
      return_to as "returnTo", password_at as "passwordAt", browser, place, browser_id as "browserId", network`
  return pending ?? null
}

/** The session that the browser had. A sign-in ends it whosever it was: its cookie is about to be overwritten. */
async function endReplaced(
  tx: Tx,
  { purpose, replacesSessionId, employeeId }: ConsumedPending,
): Promise<boolean> {
  if (!replacesSessionId) return false
  const whose = purpose === 'step_up' ? employeeId : undefined
  const { count } = await tx.session.deleteMany({ where: { id: replacesSessionId, employeeId: whose } })
  return count === 1
}

/**
 * Only a complete sign-in with a second factor forgives wrong tokens, and only below a hundred: what is disabled stays so until
 * it is unlocked or bound anew. Only the phone proves that the number is theirs.
 */
async function countSignIn(
  tx: Tx,
  employeeId: string,
  proof: Proof,
): Promise<{ firmId: string; name: string; isUntested: boolean } | null> {
  const method = methodOf(proof)
  const [forgives, most] = [method !== null, wrongTokensUntilDisabled]
  const [person] = await tx.$queryRaw<Array<{ firmId: string; name: string; isUntested: boolean }>>`
    update employee set last_sign_in_at = now(),
      wrong_tokens_in_row = case when ${forgives} and wrong_tokens_in_row < ${most} then 0 else wrong_tokens_in_row end,
      tokens_locked_until = case when ${forgives} then null else tokens_locked_until end,
      wrong_codes_in_row = case when ${forgives} and wrong_codes_in_row < ${most} then 0 else wrong_codes_in_row end,
      codes_locked_until = case when ${forgives} then null else codes_locked_until end,
      number_proven_at = case when ${provesPhone(proof)} then coalesce(number_proven_at, now()) else number_proven_at end,
      tested_at = case when ${forgives} then coalesce(tested_at, now()) else tested_at end,
      vendor_app_used_at = case when ${usesVendorApp(proof)} then now() else vendor_app_used_at end,
      last_method = coalesce(nullif(${method}::text, 'recovery-code'), last_method)
    where id = ${employeeId}::uuid and active
    returning firm_id as "firmId", name, ${forgives} and old.tested_at is null as "isUntested"`
  return person ?? null
}

async function openSession(
  tx: Tx,
  sessionId: string,
  pending: ConsumedPending,
  { kind, at }: { kind: Proof['kind']; at: Date | 'now' | null },
): Promise<void> {
  await tx.$executeRaw`
    insert into session (id, employee_id, expires_at, password_at, second_factor_at, second_factor, browser, place)
    values (${sessionId}, ${pending.employeeId}::uuid, now() + make_interval(hours => ${sessionHours}),
      ${pending.passwordAt}, case when ${at === 'now'} then now() else ${at === 'now' ? null : at}::timestamptz end,
      ${kind === 'password' ? null : kind}, ${pending.browser}, ${pending.place})`
}

/** Tells the person about a sign-in from a browser that has never completed one before. */
async function noteBrowser(tx: Tx, pending: ConsumedPending): Promise<void> {
  const [seen] = await tx.$queryRaw<Array<{ isNew: boolean }>>`
    insert into known_browser (employee_id, browser_id) values (${pending.employeeId}::uuid, ${pending.browserId})
    on conflict (employee_id, browser_id) do update set last_seen_at = now()
    returning coalesce(old.last_seen_at, '-infinity') = '-infinity' as "isNew"`
  if (pending.network) {
    await tx.$executeRaw`
      insert into known_network (employee_id, network) values (${pending.employeeId}::uuid, ${pending.network})
      on conflict (employee_id, network) do update set last_seen_at = now()`
  }
  if (!seen?.isNew) return
  const { employeeId, place, browser } = pending
  await notify(tx, {
    kind: 'new-browser',
    employeeId,
    place,
    browser,
    at: new Date().toISOString(),
  })
}
