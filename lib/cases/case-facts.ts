import type { Tx } from '@/lib/db'
import type { LockedCase } from './lock-case'
import type { ProofFacts } from './rules'

type Subject = Pick<LockedCase, 'firmId' | 'oldNumber' | 'requestedNumber'>

/** The firm's own line, from its contract, unless it is the lost or the requested number. */
export async function canCallBack(tx: Tx, { firmId, oldNumber, requestedNumber }: Subject): Promise<boolean> {
  const { mainLine } = await tx.firm.findUniqueOrThrow({ where: { id: firmId }, select: { mainLine: true } })
  return mainLine !== null && mainLine !== oldNumber && mainLine !== requestedNumber
}

/** What the rule for *Approve* looks at. */
export async function findProofFacts(
  tx: Tx,
  about: Subject & Pick<LockedCase, 'id' | 'employeeId' | 'role' | 'risks'>,
): Promise<ProofFacts> {
  const evidence = await tx.caseEvidence.findMany({ where: { caseId: about.id }, select: { kind: true } })
  const otherAdmin = await tx.employee.findFirst({
    where: {
      firmId: about.firmId,
      active: true,
      role: { in: ['admin', 'support'] },
      id: { not: about.employeeId },
    },
    select: { id: true },
  })
  return {
    role: about.role,
    risks: about.risks,
    firmHasOtherAdmin: otherAdmin !== null,
    canCallBack: await canCallBack(tx, about),
    ticked: evidence.map((one) => one.kind),
  }
}
