import type { Tx } from '@/lib/db'

/** Uses up a time step and every one before it. False: it was used, or the app is gone. */
export async function consumeStep(
  tx: Tx,
  employeeId: string,
  { appId, step }: { appId: string; step: number },
): Promise<boolean> {
  const consumed = await tx.$executeRaw`
    update totp_app set last_step = ${step}, last_used_at = now()
    where id = ${appId}::uuid and employee_id = ${employeeId}::uuid and confirmed_at is not null
      and last_step < ${step}`
  return consumed === 1
}
