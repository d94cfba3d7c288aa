import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import type { Binder } from '@/lib/ways/binder'

/** Requests ring on the phone again, after one was denied there. */
export async function unlockPushes(binder: Binder): Promise<Result<void, 'not-locked'>> {
  const { employeeId, name } = binder
  return db.$transaction(async (tx) => {
    const unlocked = await tx.$executeRaw`
      update employee set pushes_locked_at = null
      where id = ${employeeId}::uuid and pushes_locked_at is not null`
    if (unlocked === 0) return refuse('not-locked')
    await record(tx, binder, 'pushes.unlocked', { id: employeeId, name })
    return ok()
  })
}
