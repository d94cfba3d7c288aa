import type { Tx } from '@/lib/db'

/** Uses up a time step and every one before it (OT-1). False: it was used, or the app is gone. */
export async function spendStep(
  tx: Tx,
  employeeId: string,
  { authenticatorId, step }: { authenticatorId: string; step: number },
): Promise<boolean> {
  const spent = await tx.$executeRaw`
    update authenticator set last_step = ${step}, last_used_at = now()
    where id = ${authenticatorId}::uuid and employee_id = ${employeeId}::uuid and confirmed_at is not null
      and last_step < ${step}`
  return spent === 1
}
