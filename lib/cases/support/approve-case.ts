import type { Actor } from '@/lib/access/policy'
import { findProofFacts } from '@/lib/cases/case-facts'
import type { LockedCase } from '@/lib/cases/lock-case'
import { moveCase } from '@/lib/cases/move-case'
import { missingEvidence, needsSecond, waitHours } from '@/lib/cases/rules'
import { after } from '@/lib/clock'
import { db, type Tx } from '@/lib/db'
import type { SecondFactorProvider } from '@/lib/providers/second-factor'
import { ok, type Result, refuse } from '@/lib/result'
import { hasFreshProof } from '@/lib/session/sessions'
import { asSupporter, clearOwner, lockOwnCase } from './supporter'

export type ApproveRefusal =
  | 'proof-needed'
  | 'not-yours'
  | 'not-verified'
  | 'messages-waiting' // the people who could object are not notified yet
  | 'nobody-notified' // every notification was refused
  | 'first-approver'
  | 'not-checked-twice' // the second approver must check something too

export type Approved = { state: 'waiting' | 'seconding' }

/** An approval needs a step-up, evidence and sent opening mails: it starts the hold and changes nothing else. */
export async function approveCase(
  actor: Actor,
  { caseId, note }: { caseId: string; note: string },
  provider: SecondFactorProvider,
): Promise<Result<Approved, ApproveRefusal>> {
  if (!hasFreshProof(actor)) return refuse('proof-needed')
  const devices = await countDevices(caseId, provider)

  return db.$transaction(async (tx) => {
    const found = await lockOwnCase(tx, actor, caseId)
    if (!found) return refuse('not-yours')
    if (found.firstApprovedBy === actor.employeeId) return refuse('first-approver')
    const facts = await findProofFacts(tx, found)
    if (missingEvidence(facts).length > 0) return refuse('not-verified')
    if (found.state === 'seconding' && !(await hasChecked(tx, actor, caseId)))
      return refuse('not-checked-twice')
    const unnotified = await findUnnotified(tx, caseId)
    if (unnotified) return refuse(unnotified)

    const isFirstOfTwo = found.state === 'checking' && needsSecond(found.role, found.risks)
    const to = isFirstOfTwo ? 'seconding' : 'waiting'
    // PostgreSQL refuses a waiting case without an end, so the time is set first.
    if (!isFirstOfTwo) await startWait(tx, found, facts.ticked.includes('admin_confirmed'), devices)
    else await tx.resetCase.update({ where: { id: caseId }, data: { firstApprovedBy: actor.employeeId } })
    if (!(await moveCase(tx, found, asSupporter(actor), { act: 'approved', to, note })))
      return refuse('not-yours')
    await clearOwner(tx, caseId)
    return ok({ state: to })
  })
}

async function hasChecked(tx: Tx, { employeeId }: Actor, caseId: string): Promise<boolean> {
  const own = await tx.caseEvidence.findFirst({
    where: { caseId, byId: employeeId, kind: { in: ['call_back', 'documents'] }, takenBackAt: null },
    select: { kind: true },
  })
  return own !== null
}

/** The vendor is asked outside the transaction. No answer only means the usual hold. */
async function countDevices(caseId: string, provider: SecondFactorProvider): Promise<number> {
  const about = await db.resetCase.findUnique({
    where: { id: caseId },
    select: { employee: { select: { vendorUserId: true } } },
  })
  const vendorUserId = about?.employee.vendorUserId
  if (!vendorUserId) return 0
  const devices = await provider.listDevices(vendorUserId)
  return devices.ok ? devices.value.length : 0
}

async function findUnnotified(
  tx: Tx,
  caseId: string,
): Promise<'messages-waiting' | 'nobody-notified' | null> {
  const [notified] = await tx.$queryRaw<Array<{ waiting: number; sent: number }>>`
    select count(*) filter (where n.sent_at is null and n.refused_at is null)::int as waiting,
      count(*) filter (where n.sent_at is not null)::int as sent
    from case_message n join case_event v on v.id = n.event_id
    where n.case_id = ${caseId}::uuid and v.act = 'opened'`
  if (!notified || notified.waiting > 0) return 'messages-waiting'
  return notified.sent === 0 ? 'nobody-notified' : null
}

async function startWait(tx: Tx, found: LockedCase, adminConfirmed: boolean, devices: number): Promise<void> {
  const hours = waitHours({ role: found.role, risks: found.risks, adminConfirmed, devices })
  const { id, now } = found
  const waitsUntil = after(now, { hours })
  await tx.resetCase.update({ where: { id }, data: { decidedAt: now, waitHours: hours, waitsUntil } })
}
