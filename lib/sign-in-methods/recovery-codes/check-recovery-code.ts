import type { RecoveryCodeProof } from '@/lib/access/proof'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { slowCompare } from '@/lib/secrets/slow-hash'

type CheckCodeRefusal = 'wrong' | 'code-used' | 'busy'

export async function checkRecoveryCode(
  person: { employeeId: string; firmId: string },
  { slot, code }: { slot: number; code: string },
): Promise<Result<RecoveryCodeProof, CheckCodeRefusal>> {
  const stored = await db.recoveryCode.findUnique({
    where: { employeeId_slot: { employeeId: person.employeeId, slot } },
    select: { codeHash: true, usedAt: true },
  })
  if (!stored) return refuse('wrong')
  const matches = await slowCompare(code, stored.codeHash, person.firmId)
  if (matches === 'busy') return refuse('busy')
  if (!matches) return refuse('wrong')
  return stored.usedAt ? refuse('code-used') : ok({ kind: 'recovery-code', slot, codeHash: stored.codeHash })
}
