import { record } from '@/lib/audit/record'
import { closeFound } from '@/lib/cases/close-found'
import { db, type Tx } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import { ok, type Result, refuse } from '@/lib/result'
import type { Proof } from '@/lib/second-factor/proof'
import { newSecretId, storedId } from '@/lib/session/secret-id'
import { sessionHours } from '@/lib/session/sessions'

export type FinishRefusal =
  | 'ended' // used, expired, or the person was deactivated
  | 'second-step-required'
  | 'not-approved' // no approved push of this very sign-in, or it was used
  | 'token-used'

export type FinishedSignIn = { sessionSecret: string; returnTo: string | null }

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
    await lockPerson(tx, pendingId)
    const refusal = await spendProof(tx, pendingId, proof)
    if (refusal) return refuse(refusal)

    const pending = await spendPending(tx, pendingId)
    if (!pending) return refuse('ended')
    // A fresh proof continues a session: one that was ended meanwhile stays ended.
    const hasReplaced = await endReplaced(tx, pending)
    if (pending.purpose === 'confirm' && !hasReplaced) return refuse('ended')
    // A deactivation at the same moment either waits and ends this session, or is seen here.
    const person = await countSignIn(tx, pending.employeeId, proof)
    if (!person) return refuse('ended')

    const sessionSecret = newSecretId()
    await openSession(tx, storedId(sessionSecret), pending, proof)
    await tx.$executeRaw`
      update push set status = 'superseded', settled_at = now()
      where pending_sign_in_id = ${pendingId} and status in ('sending', 'pending')`

    const who = { ...person, employeeId: pending.employeeId, place: pending.place, browser: pending.browser }
    await record(tx, who, 'sign-in.finished', undefined, {
      secondFactor: proof.kind,
      purpose: pending.purpose,
    })
    await noteBrowser(tx, pending)
    if (proof.kind !== 'password') await closeFound(tx, who)
    return ok({ sessionSecret, returnTo: pending.returnTo })
  })
}

/** The person before the sign-in, as everybody who changes both does: in the other order two requests could deadlock. */
async function lockPerson(tx: Tx, pendingId: string): Promise<void> {
  await tx.$queryRaw`
    select 1 from employee where id = (select employee_id from pending_sign_in where id = ${pendingId})
    for no key update`
}

async function spendProof(tx: Tx, pendingId: string, proof: Proof): Promise<FinishRefusal | null> {
  if (proof.kind === 'password') {
    const [firm] = await tx.$queryRaw<Array<{ requiresSecondFactor: boolean; purpose: string }>>`
      select f.requires_second_factor as "requiresSecondFactor", p.purpose::text as purpose
      from pending_sign_in p join employee e on e.id = p.employee_id join firm f on f.id = e.firm_id
      where p.id = ${pendingId}`
    if (!firm) return 'ended'
    return firm.requiresSecondFactor || firm.purpose !== 'sign_in' ? 'second-step-required' : null
  }
  if (proof.kind === 'token') {
    const spent = await tx.$executeRaw`
      insert into spent_token (digest) values (${proof.digest}) on conflict do nothing`
    return spent === 1 ? null : 'token-used'
  }
  // An approval counts only for the vendor's user that the person still is, and, where the firm wants a typed code,
  // only together with it.
  const used = await tx.$executeRaw`
    update push set consumed_at = now()
    from employee e
    where push.pending_sign_in_id = ${pendingId} and push.status = 'approved' and push.consumed_at is null
      and e.id = push.employee_id and e.vendor_user_id = push.vendor_user_id
      and (push.typed_code_hash is null or push.typed_code_hash = ${proof.typedCodeHash})`
  return used > 0 ? null : 'not-approved'
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
}

async function spendPending(tx: Tx, pendingId: string): Promise<SpentPending | null> {
  const [pending] = await tx.$queryRaw<SpentPending[]>`
    update pending_sign_in set consumed_at = now()
    where id = ${pendingId} and consumed_at is null and expires_at > now()
    returning employee_id as "employeeId", purpose::text as purpose, replaces_session_id as "replacesSessionId",
      return_to as "returnTo", password_at as "passwordAt", browser, place, browser_id as "browserId"`
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

/** Only a complete sign-in with a second factor forgives wrong tokens, and only it proves that the number is theirs. */
async function countSignIn(
  tx: Tx,
  employeeId: string,
  proof: Proof,
): Promise<{ firmId: string; name: string } | null> {
  const isProven = proof.kind !== 'password'
  const [person] = await tx.$queryRaw<Array<{ firmId: string; name: string }>>`
    update employee set last_sign_in_at = now(),
      wrong_tokens_in_row = case when ${isProven} then 0 else wrong_tokens_in_row end,
      tokens_locked_until = case when ${isProven} then null else tokens_locked_until end,
      number_proven_at = case when ${isProven} then coalesce(number_proven_at, now()) else number_proven_at end
    where id = ${employeeId}::uuid and active
    returning firm_id as "firmId", name`
  return person ?? null
}

async function openSession(tx: Tx, sessionId: string, pending: SpentPending, proof: Proof): Promise<void> {
  const secondFactor = proof.kind === 'password' ? null : proof.kind
  await tx.$executeRaw`
    insert into session (id, employee_id, expires_at, password_at, second_factor_at, second_factor, browser, place)
    values (${sessionId}, ${pending.employeeId}::uuid, now() + make_interval(hours => ${sessionHours}),
      ${pending.passwordAt}, case when ${secondFactor}::text is not null then now() end, ${secondFactor},
      ${pending.browser}, ${pending.place})`
}

/** Tells the person about a sign-in from a browser that has never completed one before (AU-8). */
async function noteBrowser(tx: Tx, pending: SpentPending): Promise<void> {
  const [seen] = await tx.$queryRaw<Array<{ isNew: boolean }>>`
    insert into known_browser (employee_id, browser_id) values (${pending.employeeId}::uuid, ${pending.browserId})
    on conflict (employee_id, browser_id) do update set last_seen_at = now()
    returning coalesce(old.last_seen_at, '-infinity') = '-infinity' as "isNew"`
  if (!seen?.isNew) return
  const { employeeId, place, browser } = pending
  await enqueue(tx, 'notice', {
    kind: 'new-browser',
    employeeId,
    place,
    browser,
    at: new Date().toISOString(),
  })
}
