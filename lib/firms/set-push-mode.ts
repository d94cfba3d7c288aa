import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import type { PushMode } from '@/prisma/client/client'

export async function setPushMode(actor: Actor, pushMode: PushMode): Promise<void> {
  await db.$transaction(async (tx) => {
    const [changed] = await tx.$queryRaw<Array<{ before: PushMode }>>`
      update firm set push_mode = ${pushMode}::push_mode
      where id = ${actor.firmId}::uuid and push_mode <> ${pushMode}::push_mode
      returning old.push_mode::text as before`
    if (!changed) return
    const oneTouch = { before: changed.before, after: pushMode }
    await record(tx, actor, 'firm.push-mode-changed', undefined, { oneTouch })
  })
}
