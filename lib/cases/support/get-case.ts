import type { Actor } from '@/lib/access/policy'
import { findProofFacts } from '@/lib/cases/case-facts'
import { getCurrentRisks } from '@/lib/cases/current-risks'
import type { ProofFacts } from '@/lib/cases/rules'
import { db } from '@/lib/db'

export type CaseDetails = NonNullable<Awaited<ReturnType<typeof getCase>>>

/** A supporter's own case answers null, like a missing one. */
export async function getCase(actor: Actor, caseId: string) {
  const found = await db.resetCase.findFirst({
    where: { id: caseId, kind: 'lost_phone', employeeId: { not: actor.employeeId } },
    select: {
      id: true,
      number: true,
      firmId: true,
      employeeId: true,
      roleAtOpening: true,
      state: true,
      reason: true,
      oldNumberWorks: true,
      oldNumber: true,
      requestedNumber: true,
      bestTime: true,
      words: true,
      risks: true,
      place: true,
      network: true,
      browser: true,
      openedAt: true,
      dueAt: true,
      breachAt: true,
      pausedAt: true,
      ownerId: true,
      ownerName: true,
      ownedAt: true,
      firstApprovedBy: true,
      decidedAt: true,
      waitHours: true,
      waitsUntil: true,
      completedAt: true,
      closedAt: true,
      employee: {
        select: {
          name: true,
          email: true,
          role: true,
          active: true,
          mobileNumber: true,
          numberProvenAt: true,
          numberChangedAt: true,
          vendorUserId: true,
          vendorState: true,
          lastSignInAt: true,
          watchedUntil: true,
          createdAt: true,
          changedAt: true,
          changedBy: true,
          firm: { select: { name: true, mainLine: true, requiresSecondFactor: true } },
          credential: { select: { changedAt: true, resetByMailAt: true } },
        },
      },
      evidence: {
        where: { takenBackAt: null },
        select: { kind: true, byId: true, byName: true, note: true, at: true },
        orderBy: { at: 'asc' },
      },
      events: {
        select: { id: true, at: true, act: true, toState: true, actorId: true, actorName: true, note: true },
        orderBy: { id: 'desc' },
        take: 100,
      },
    },
  })
  // The constraint reset_case_complete guarantees these for every lost phone.
  if (!found?.dueAt || !found.breachAt || !found.reason) return null
  const { dueAt, breachAt, reason } = found
  const role = found.employee.role === 'tech' ? found.roleAtOpening : found.employee.role
  const risks = await getCurrentRisks(db, found.id)
  return { ...found, dueAt, breachAt, reason, role, risks }
}

export function getProofFacts(found: CaseDetails): Promise<ProofFacts> {
  return findProofFacts(db, found)
}

export type NotificationRow = {
  id: string
  act: string
  name: string
  channel: 'mail' | 'text'
  isPerson: boolean
  createdAt: Date
  sentAt: Date | null
  refusedAt: Date | null
}

export async function listCaseMessages(found: CaseDetails): Promise<NotificationRow[]> {
  return db.$queryRaw<NotificationRow[]>`
    select n.id, v.act, e.name, n.channel::text as channel, e.id = ${found.employeeId}::uuid as "isPerson",
      n.created_at as "createdAt", n.sent_at as "sentAt", n.refused_at as "refusedAt"
    from case_message n join case_event v on v.id = n.event_id join employee e on e.id = n.employee_id
    where n.case_id = ${found.id}::uuid
    order by v.id desc, e.id <> ${found.employeeId}::uuid, n.channel, e.name limit 100`
}

export type Notified = { waiting: number; sent: number }

export function notifiedOfOpening(notifications: NotificationRow[]): Notified {
  const opening = notifications.filter(({ act }) => act === 'opened')
  return {
    waiting: opening.filter(({ sentAt, refusedAt }) => !sentAt && !refusedAt).length,
    sent: opening.filter(({ sentAt }) => sentAt).length,
  }
}
