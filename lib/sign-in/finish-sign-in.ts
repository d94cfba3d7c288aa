import { record } from '@/lib/audit/record'
import { spendStep } from '@/lib/authenticators/spend-step'
import { spendRemembered } from '@/lib/browsers/spend-remembered'
import { closeFound } from '@/lib/cases/close-found'
import { db, type Tx } from '@/lib/db'
import { tell } from '@/lib/notices/tell'
import { spendPasskey } from '@/lib/passkeys/spend-passkey'
import { spendRecoveryCode } from '@/lib/recovery-codes/spend-recovery-code'
import { ok, type Result, refuse } from '@/lib/result'
import { waysOn } from '@/lib/second-factor/offer-rules'
import { wrongTokensUntilDisabled } from '@/lib/second-factor/token-rules'
import { newSecretId, storedId } from '@/lib/session/secret-id'
import { sessionHours } from '@/lib/session/sessions'
import { type Proof, wayOf } from '@/lib/ways/proof'
import { findWays } from '@/lib/ways/queries'
import { isEnough, type Way } from '@/lib/ways/rules'

export type FinishRefusal =
  | 'ended' // used, expired, or the person was deactivated
  | 'second-step-required'
  | 'not-approved' // no approved push of this very sign-in, or it was used
  | 'token-used'
  | 'code-used'
  | 'passkey-refused' // its challenge was used or not this browser's, or it is a copy
  | 'way-not-allowed' // the firm does not take this way, and the person has one that it takes
  | 'stronger-needed' // proven, but a better way has to be added before the sign-in can be completed

/** `isFirst`: a sign-in with a second step, and the first one with the present number. */
export type FinishedSignIn = { sessionSecret: string; returnTo: string | null; isFirst: boolean }

/**
 * The only place where anybody becomes signed in (AU-2). One transaction uses up the proof, then the pending sign-in,
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
    const spent = await spendProof(tx, pendingId, employeeId, proof)
    if (!spent.ok) return spent
    if (proof.kind === 'recovery-code') await tellCodeUsed(tx, pendingId, employeeId)
    const lesser = await judgeWay(tx, pendingId, employeeId, wayOf(proof))
    if (lesser) return refuse(lesser)

    const pending = await spendPending(tx, pendingId)
    if (!pending) return refuse('ended')
    // A fresh proof continues a session: one that was ended meanwhile stays ended.
    const hasReplaced = await endReplaced(tx, pending)
    if (pending.purpose === 'confirm' && !hasReplaced) return refuse('ended')
    // A deactivation at the same moment either waits and ends this session, or is seen here.
    const person = await countSignIn(tx, pending.employeeId, proof)
    if (!person) return refuse('ended')

    const sessionSecret = newSecretId()
    await openSession(tx, storedId(sessionSecret), pending, { kind: proof.kind, at: spent.value })
    await tx.$executeRaw`
      update push set status = 'superseded', settled_at = now()
      where pending_sign_in_id = ${pendingId} and status in ('sending', 'pending')`

    const who = { ...person, employeeId: pending.employeeId, place: pending.place, browser: pending.browser }
    await record(tx, who, 'sign-in.finished', undefined, {
      secondFactor: wayOf(proof) ?? proof.kind,
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

/** Answers when the second step was proven: `'now'`, or earlier by a remembered browser, or null without one. */
async function spendProof(
  tx: Tx,
  pendingId: string,
  employeeId: string,
  proof: Proof,
): Promise<Result<Date | 'now' | null, FinishRefusal>> {
  const now = (isSpent: boolean, reason: FinishRefusal) => (isSpent ? ok('now' as const) : refuse(reason))
  switch (proof.kind) {
    case 'password':
      return (await needsSecondStep(tx, pendingId)) ? refuse('second-step-required') : ok(null)
    case 'remembered': {
      const provenAt = await spendRemembered(tx, pendingId, proof.browserHash)
      return provenAt ? ok(provenAt) : refuse('second-step-required')
    }
    case 'token':
      return now(await spendToken(tx, proof.digest), 'token-used')
    case 'app':
      return now(await spendStep(tx, employeeId, proof), 'token-used')
    case 'recovery-code':
      return now(await spendRecoveryCode(tx, employeeId, proof), 'code-used')
    case 'push':
      return now(await spendPush(tx, pendingId, proof.typedCodeHash), 'not-approved')
    case 'passkey':
      return now(await spendPasskey(tx, employeeId, proof), 'passkey-refused')
  }
}

/**
 * The firm's rule, or the person's own enrolment (AU-1), or a second step that was taken away and waits to be set up anew, or a
 * fresh proof that somebody has asked for.
 */
async function needsSecondStep(tx: Tx, pendingId: string): Promise<boolean> {
  const [asked] = await tx.$queryRaw<Array<{ needed: boolean }>>`
    select f.requires_second_factor or e.enrolled_at is not null or e.factor_reset_at is not null
      or p.purpose <> 'sign_in' as needed
    from pending_sign_in p join employee e on e.id = p.employee_id join firm f on f.id = e.firm_id
    where p.id = ${pendingId}`
  return asked?.needed ?? true
}

async function spendToken(tx: Tx, digest: string): Promise<boolean> {
  const spent =
    await tx.$executeRaw`insert into spent_token (digest) values (${digest}) on conflict do nothing`
  return spent === 1
}

/**
 * An approval counts only for the vendor's user that the person still is, and, where a typed code was asked, only together
 * with it.
 */
async function spendPush(tx: Tx, pendingId: string, typedCodeHash: string | null): Promise<boolean> {
  const used = await tx.$executeRaw`
    update push set consumed_at = now()
    from employee e
    where push.pending_sign_in_id = ${pendingId} and push.status = 'approved' and push.consumed_at is null
      and e.id = push.employee_id and e.vendor_user_id = push.vendor_user_id
      and (push.typed_code_hash is null or push.typed_code_hash = ${typedCodeHash})`
  return used > 0
}

/** Told whether or not it completes a sign-in: it is gone from the list, and fewer are left. */
async function tellCodeUsed(tx: Tx, pendingId: string, employeeId: string): Promise<void> {
  const [facts] = await tx.$queryRaw<Array<{ place: string; browser: string; left: number }>>`
    select place, browser, (select count(*)::int from recovery_code c
      where c.employee_id = ${employeeId}::uuid and c.used_at is null) as left
    from pending_sign_in where id = ${pendingId}`
  if (!facts) return
  await tell(tx, { kind: 'recovery-code-used', employeeId, at: new Date().toISOString(), ...facts })
}

/**
 * The firm's policy of this very moment (AU-5). Whoever has nothing that is enough has proven who it is, and may add a better
 * way in this sign-in: nobody is locked out by a stricter firm, and nobody gets in with less.
 */
async function judgeWay(
  tx: Tx,
  pendingId: string,
  employeeId: string,
  way: Way | null,
): Promise<FinishRefusal | null> {
  if (!way) return null
  const now = await findWays(employeeId, tx)
  if (!now) return 'ended'
  if (isEnough(way, now.role, now.policy)) return null
  // Whoever takes a recovery code has lost the better way: it is there to add another one.
  const leadsOn = way === 'recovery-code' || waysOn(now, 'sign_in').includes(way)
  if (!leadsOn) return 'way-not-allowed'
  const [person] = await tx.$queryRaw<
    Array<{ firmId: string; name: string; place: string; browser: string }>
  >`
    update pending_sign_in p set proven_by = ${way}, proven_at = now() from employee e
    where p.id = ${pendingId} and p.consumed_at is null and p.expires_at > now() and p.purpose = 'sign_in'
      and e.id = p.employee_id
    returning e.firm_id as "firmId", e.name, p.place, p.browser`
  if (!person) return 'way-not-allowed'
  await record(tx, { ...person, employeeId }, 'sign-in.lesser-way', undefined, { secondFactor: way })
  return 'stronger-needed'
}

/** Only these show that somebody holds the phone with the number on file. */
function provesPhone(proof: Proof): boolean {
  return proof.kind === 'token' || proof.kind === 'push'
}

/** A request that was answered, or a token that only the vendor's app can have made. */
function usesVendorApp(proof: Proof): boolean {
  return proof.kind === 'push' || (proof.kind === 'token' && proof.way === 'app')
}

type SpentPending = {
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

async function spendPending(tx: Tx, pendingId: string): Promise<SpentPending | null> {
  const [pending] = await tx.$queryRaw<SpentPending[]>`
    update pending_sign_in set consumed_at = now()
    where id = ${pendingId} and consumed_at is null and expires_at > now() and purpose <> 'prove_number'
    returning employee_id as "employeeId", purpose::text as purpose, replaces_session_id as "replacesSessionId",
      return_to as "returnTo", password_at as "passwordAt", browser, place, browser_id as "browserId", network`
  return pending ?? null
}

/** The session that the browser had. A sign-in ends it whosever it was: its cookie is about to be overwritten. */
async function endReplaced(
  tx: Tx,
  { purpose, replacesSessionId, employeeId }: SpentPending,
): Promise<boolean> {
  if (!replacesSessionId) return false
  const whose = purpose === 'confirm' ? employeeId : undefined
  const { count } = await tx.session.deleteMany({ where: { id: replacesSessionId, employeeId: whose } })
  return count === 1
}

/**
 * Only a complete sign-in with a second factor forgives wrong tokens, and only below a hundred: what is disabled stays so until
 * it is unlocked or bound anew (OT-2). Only the phone proves that the number is theirs.
 */
async function countSignIn(
  tx: Tx,
  employeeId: string,
  proof: Proof,
): Promise<{ firmId: string; name: string; isUntested: boolean } | null> {
  const way = wayOf(proof)
  const [forgives, most] = [way !== null, wrongTokensUntilDisabled]
  const [person] = await tx.$queryRaw<Array<{ firmId: string; name: string; isUntested: boolean }>>`
    update employee set last_sign_in_at = now(),
      wrong_tokens_in_row = case when ${forgives} and wrong_tokens_in_row < ${most} then 0 else wrong_tokens_in_row end,
      tokens_locked_until = case when ${forgives} then null else tokens_locked_until end,
      wrong_codes_in_row = case when ${forgives} and wrong_codes_in_row < ${most} then 0 else wrong_codes_in_row end,
      codes_locked_until = case when ${forgives} then null else codes_locked_until end,
      number_proven_at = case when ${provesPhone(proof)} then coalesce(number_proven_at, now()) else number_proven_at end,
      tested_at = case when ${forgives} then coalesce(tested_at, now()) else tested_at end,
      vendor_app_used_at = case when ${usesVendorApp(proof)} then now() else vendor_app_used_at end,
      last_way = coalesce(nullif(${way}::text, 'recovery-code'), last_way)
    where id = ${employeeId}::uuid and active
    returning firm_id as "firmId", name, ${forgives} and old.tested_at is null as "isUntested"`
  return person ?? null
}

async function openSession(
  tx: Tx,
  sessionId: string,
  pending: SpentPending,
  { kind, at }: { kind: Proof['kind']; at: Date | 'now' | null },
): Promise<void> {
  await tx.$executeRaw`
    insert into session (id, employee_id, expires_at, password_at, second_factor_at, second_factor, browser, place)
    values (${sessionId}, ${pending.employeeId}::uuid, now() + make_interval(hours => ${sessionHours}),
      ${pending.passwordAt}, case when ${at === 'now'} then now() else ${at === 'now' ? null : at}::timestamptz end,
      ${kind === 'password' ? null : kind}, ${pending.browser}, ${pending.place})`
}

/** Tells the person about a sign-in from a browser that has never completed one before (AU-8). */
async function noteBrowser(tx: Tx, pending: SpentPending): Promise<void> {
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
  await tell(tx, {
    kind: 'new-browser',
    employeeId,
    place,
    browser,
    at: new Date().toISOString(),
  })
}
