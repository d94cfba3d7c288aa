import { canRemove } from '@/lib/access/methods'
import { db, type Tx } from '@/lib/db'
import type { OwnMethod } from './list-own-methods'
import { findMethods } from './queries'

/**
 * Whether the person can do without this app or passkey now. A phone that its vendor does not know yet is nothing to count
 * on. One that was copied opens nothing, so it may always go.
 */
export async function isRemovable(
  employeeId: string,
  { kind, isCopied }: Pick<OwnMethod, 'kind' | 'isCopied'>,
  tx: Tx = db,
): Promise<boolean> {
  if (isCopied) return true
  const now = await findMethods(employeeId, tx)
  const [person] = await tx.$queryRaw<Array<{ firmRequires: boolean; isKnown: boolean }>>`
    select firm_requires_second_factor as "firmRequires", vendor = 'verify' or vendor_user_id is not null as "isKnown"
    from employee where id = ${employeeId}::uuid and active`
  if (!now || !person) return false
  const own = { ...now.own, hasPhone: now.own.hasPhone && person.isKnown }
  return canRemove(kind, { ...now, own, firmRequires: person.firmRequires })
}
