import { timingSafeEqual } from 'node:crypto'
import { record } from '@/lib/audit/record'
import { insertCase } from '@/lib/cases/insert-case'
import { lockOpenCase } from '@/lib/cases/lock-case'
import { areLinksBlocked, isBlockedByMail } from '@/lib/cases/mail-block'
import { moveCase, recordStep } from '@/lib/cases/move-case'
import { breachHours, decideHours, type Risk } from '@/lib/cases/rules'
import { db, type Tx } from '@/lib/db'
import { lockEmployee } from '@/lib/lock-employee'
import { pageSecret } from '@/lib/mail-links/case-links'
import { ok, type Result, refuse } from '@/lib/result'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { endAllSessions } from '@/lib/session/sessions'
import { networkOf } from '@/lib/session/visitor'
import type { CaseDraft } from '@/prisma/client/client'
import { caseCodeHash } from './case-code'

type OpenRefusal = 'no-draft' | 'wrong-code' | 'no-tries-left' | 'already-open' | 'ended'

export async function openCase(
  pending: PendingSignIn,
  code: string,
  address: string,
): Promise<Result<{ pageSecret: string }, OpenRefusal>> {
  if (pending.purpose !== 'sign_in') return refuse('ended')
  return db.$transaction(async (tx) => {
    await lockEmployee(tx, pending.employeeId)
    const checked = await takeDraft(tx, pending, code)
    if (!checked.ok) return checked
    if (!(await makeRoom(tx, pending.employeeId))) return refuse('already-open')
    const person = await findFacts(tx, pending, networkOf(address), checked.value)
    if (!person) return refuse('ended')

    const { firmId, employeeId, name, place, browser } = pending
    const opened = await insertCase(tx, {
      ...checked.value,
      ...person,
      kind: 'lost_phone',
      state: 'received',
      firmId,
      employeeId,
      place,
      network: networkOf(address),
      browser,
      dueInHours: decideHours(person.roleAtOpening),
      breachInHours: breachHours,
    })
    const caseActor = { party: 'page' as const, employeeId, name, place, browser }
    await recordStep(tx, opened, caseActor, { act: 'opened', to: 'received' }, null)
    // A thief with the phone may have its open sessions too.
    if (checked.value.reason === 'stolen') await endAllSessions(tx, pending.employeeId)
    return ok({ pageSecret: pageSecret(opened.id) })
  })
}

/** An approved case with a blocked link gives way; any other open case stays. */
async function makeRoom(tx: Tx, employeeId: string): Promise<boolean> {
  const open = await lockOpenCase(tx, employeeId, 'lost_phone')
  if (!open) return true
  if (open.state !== 'ready' || !(await areLinksBlocked(tx, employeeId))) return false
  const portal = { party: 'portal', employeeId: null, name: 'Portal' } as const
  return moveCase(tx, open, portal, { act: 'withdrawn', to: 'withdrawn', note: 'Requested again' })
}

/** The try is counted before the code is compared; a right code deletes the draft, so it opens one case. */
async function takeDraft(
  tx: Tx,
  pending: PendingSignIn,
  code: string,
): Promise<Result<CaseDraft, 'no-draft' | 'wrong-code' | 'no-tries-left'>> {
  const [draft] = await tx.$queryRaw<Array<{ codeHash: string | null; triesLeft: number }>>`
    select code_hash as "codeHash", tries_left as "triesLeft" from case_draft
    where employee_id = ${pending.employeeId}::uuid and expires_at > now() for update`
  if (!draft) return refuse('no-draft')
  if (draft.triesLeft <= 0) return refuse('no-tries-left')

  if (!draft.codeHash || !isSame(draft.codeHash, caseCodeHash(pending.employeeId, code))) {
    await tx.$executeRaw`
      update case_draft set tries_left = tries_left - 1 where employee_id = ${pending.employeeId}::uuid`
    await record(tx, pending, 'case.wrong-code')
    return refuse('wrong-code')
  }
  return ok(await tx.caseDraft.delete({ where: { employeeId: pending.employeeId } }))
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}

type Facts = { role: 'admin' | 'tech' | 'support'; mobileNumber: string | null } & Record<
  'mailReset' | 'watched' | 'numberChanged' | 'knownBrowser' | 'sameNetwork' | 'repeated',
  boolean
>

async function findFacts(
  tx: Tx,
  pending: PendingSignIn,
  network: string,
  draft: CaseDraft,
): Promise<{ roleAtOpening: Facts['role']; oldNumber: string | null; risks: Risk[] } | null> {
  const [facts] = await tx.$queryRaw<Facts[]>`
    select e.role::text as role, e.mobile_number as "mobileNumber",
      coalesce((select c.reset_by_mail_at > now() - interval '7 days' from credential c where c.employee_id = e.id), false)
        as "mailReset",
      coalesce(e.watched_until > now(), false) as watched,
      coalesce(e.number_changed_at > now() - interval '7 days', false) as "numberChanged",
      exists (select from known_browser k join pending_sign_in p on p.browser_id = k.browser_id
        where k.employee_id = e.id and p.id = ${pending.pendingId} and k.last_seen_at > '-infinity') as "knownBrowser",
      exists (select from reset_case c where c.network = ${network} and c.opened_at > now() - interval '7 days'
        and c.employee_id <> e.id) as "sameNetwork",
      exists (select from reset_case c where c.employee_id = e.id and c.kind = 'lost_phone'
        and c.state in ('declined', 'stopped', 'withdrawn') and c.closed_at > now() - interval '30 days') as repeated
    from employee e where e.id = ${pending.employeeId}::uuid and e.active and (e.factor_reset_at is null or ${isBlockedByMail})`
  if (!facts) return null
  const found: Array<[boolean, Risk]> = [
    [facts.role !== 'tech', 'privileged'],
    [facts.watched, 'watched'],
    [facts.mailReset, 'mail-reset'],
    [facts.numberChanged, 'number-changed'],
    [draft.reason === 'stolen', 'stolen'],
    [!facts.knownBrowser, 'new-browser'],
    [facts.sameNetwork, 'same-network'],
    [facts.repeated, 'repeated'],
  ]
  const risks = found.filter(([isSo]) => isSo).map(([, risk]) => risk)
  return { roleAtOpening: facts.role, oldNumber: facts.mobileNumber, risks }
}
