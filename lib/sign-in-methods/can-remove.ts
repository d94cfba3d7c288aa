import { canRemove } from '@/lib/access/methods'
import { db, type Tx } from '@/lib/db'
import type { OwnMethod } from './list-own-methods'
import { findMethods } from './queries'

export async function isRemovable(
  employeeId: string,
  { kind, isCopied }: Pick<OwnMethod, 'kind' | 'isCopied'>,
  tx: Tx = db,
): Promise<boolean> {
  if (isCopied) return true
  const now = await findMethods(employeeId, tx)
  const person = await tx.employee.findUnique({
    where: { id: employeeId, active: true },
    select: { firmRequiresSecondFactor: true, vendor: true, vendorUserId: true },
  })
  if (!now || !person) return false
  const isKnown = person.vendor === 'verify' || person.vendorUserId !== null
  const own = { ...now.own, hasPhone: now.own.hasPhone && isKnown }
  return canRemove(kind, { ...now, own, firmRequires: person.firmRequiresSecondFactor })
}
