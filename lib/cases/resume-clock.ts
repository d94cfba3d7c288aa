import type { Tx } from '@/lib/db'

/** Moves both ends on by as long as the clocks stood still. */
export async function resumeClock(tx: Tx, caseId: string): Promise<void> {
  await tx.$executeRaw`
    update reset_case set due_at = due_at + (now() - paused_at), breach_at = breach_at + (now() - paused_at), paused_at = null
    where id = ${caseId}::uuid and paused_at is not null`
}
