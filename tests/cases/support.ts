import type { Actor } from '@/lib/access/policy'
import { takeCase } from '@/lib/cases/support/take-case'
import { db } from '@/lib/db'
import type { SecondFactorProvider } from '@/lib/providers/second-factor'
import type { EvidenceKind, ResetCase } from '@/prisma/client/client'

export function hoursAgo(hours: number): Date {
  return new Date(Date.now() - hours * 60 * 60 * 1000)
}

export function readCase(id: string): Promise<ResetCase> {
  return db.resetCase.findUniqueOrThrow({ where: { id } })
}

/** The case, taken by this supporter. */
export async function takenBy(actor: Actor, { id }: ResetCase): Promise<ResetCase> {
  const taken = await takeCase(actor, id)
  if (!taken.ok) throw new Error(taken.reason)
  return readCase(id)
}

/** Ticks as if an admin of the firm had given it. */
export async function ticked(
  { id: caseId, firmId, employeeId }: ResetCase,
  ...kinds: EvidenceKind[]
): Promise<void> {
  const giver = await db.employee.findFirstOrThrow({
    where: { firmId, active: true, role: { in: ['admin', 'support'] }, id: { not: employeeId } },
    select: { id: true },
  })
  const by = { byId: giver.id, byName: 'Somebody', note: 'checked' }
  await db.caseEvidence.createMany({ data: kinds.map((kind) => ({ caseId, kind, ...by })) })
}

/** A vendor that knows these devices, or does not answer. */
export function vendorWith(devices: string[] | 'down'): SecondFactorProvider {
  const never = () => Promise.reject(new Error('The vendor is only asked for devices'))
  return {
    register: never,
    remove: never,
    startPush: never,
    readPush: never,
    sendToken: never,
    checkToken: never,
    listDevices: async () =>
      devices === 'down' ? { ok: false, failure: 'provider-down' } : { ok: true, value: devices },
  }
}
