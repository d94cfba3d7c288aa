import type { Tx } from '@/lib/db'
import type { EvidenceKind } from '@/prisma/client/client'
import type { LockedCase } from './lock-case'
import type { ProofFacts } from './rules'
import { openInSql } from './states-sql'

type Subject = Pick<LockedCase, 'firmId' | 'oldNumber' | 'requestedNumber'>

/** A call back is possible only on a firm line that is neither the lost nor the requested number. */
export async function canCallBack(tx: Tx, { firmId, oldNumber, requestedNumber }: Subject): Promise<boolean> {
  const { mainLine } = await tx.firm.findUniqueOrThrow({ where: { id: firmId }, select: { mainLine: true } })
  return mainLine !== null && mainLine !== oldNumber && mainLine !== requestedNumber
}

export async function findProofFacts(
  tx: Tx,
  about: Subject & Pick<LockedCase, 'id' | 'employeeId' | 'role' | 'risks'>,
): Promise<ProofFacts> {
  const evidence = await tx.$queryRaw<Array<{ kind: EvidenceKind }>>`
    select distinct v.kind::text as kind from case_evidence v join employee e on e.id = v.by_id
    where v.case_id = ${about.id}::uuid and v.taken_back_at is null and e.active and (v.kind <> 'admin_confirmed' or e.role in ('admin', 'support'))`
  // An admin who was only invited or has lost a phone cannot confirm: the person must not wait for that admin.
  const admins = await tx.$queryRaw<unknown[]>`
    select from employee e join credential k on k.employee_id = e.id
    where e.firm_id = ${about.firmId}::uuid and e.active and e.role in ('admin', 'support') and e.id <> ${about.employeeId}::uuid
      and e.factor_reset_at is null and not exists (select from reset_case c
        where c.employee_id = e.id and c.kind = 'lost_phone' and c.state in (${openInSql}))
    limit 1`
  return {
    role: about.role,
    risks: about.risks,
    firmHasOtherAdmin: admins.length > 0,
    canCallBack: await canCallBack(tx, about),
    ticked: evidence.map((one) => one.kind),
  }
}
