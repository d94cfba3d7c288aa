import type { Actor } from '@/lib/access/policy'
import { isToDecide } from '@/lib/cases/rules'
import { db } from '@/lib/db'

export type ColleaguesCase = {
  id: string
  name: string
  openedAt: Date
  isOwn: boolean
  isUndecided: boolean
  vouchedBy: string | null
}

export async function findFirmCase(actor: Actor, caseId: string): Promise<ColleaguesCase | null> {
  const found = await db.resetCase.findFirst({
    where: { id: caseId, firmId: actor.firmId, kind: 'lost_phone' },
    select: {
      id: true,
      employeeId: true,
      state: true,
      openedAt: true,
      employee: { select: { name: true } },
      evidence: { where: { kind: 'colleague_vouched' }, select: { byName: true } },
    },
  })
  if (!found) return null
  return {
    id: found.id,
    name: found.employee.name,
    openedAt: found.openedAt,
    isOwn: found.employeeId === actor.employeeId,
    isUndecided: isToDecide(found.state),
    vouchedBy: found.evidence[0]?.byName ?? null,
  }
}
