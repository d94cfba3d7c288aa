import type { Tx } from '@/lib/db'

/** Uses up one code. False: it was used, or a new set has taken its place since it was compared. */
export async function consumeRecoveryCode(
  tx: Tx,
  employeeId: string,
  { slot, codeHash }: { slot: number; codeHash: string },
): Promise<boolean> {
  const consumed = await tx.$executeRaw`
    update recovery_code set used_at = now()
    where employee_id = ${employeeId}::uuid and slot = ${slot} and code_hash = ${codeHash} and used_at is null`
  return consumed === 1
}
