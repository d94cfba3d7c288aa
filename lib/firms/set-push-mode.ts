import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import type { PushMode } from '@/prisma/client/client'

/** `typed`: an approval counts only with the code that the app shows. */
export async function setPushMode(actor: Actor, pushMode: PushMode): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.firm.updateMany({
      where: { id: actor.firmId, pushMode: { not: pushMode } },
      data: { pushMode },
    })
    if (count === 0) return
    const before = pushMode === 'typed' ? 'swipe' : 'typed'
    await record(tx, actor, 'firm.push-mode-changed', undefined, { oneTouch: { before, after: pushMode } })
  })
}
