import type { Tx } from '@/lib/db'
import { lockOpenCase } from './lock-case'
import { type Mover, moveCase } from './move-case'

/** A complete sign-in with the phone that was called lost closes the case by itself, and everybody is told (RC-4). */
export async function closeFound(
  tx: Tx,
  who: { employeeId: string; name: string; place: string; browser: string },
): Promise<void> {
  const open = await lockOpenCase(tx, who.employeeId, 'lost_phone')
  const mover: Mover = { ...who, party: 'portal' }
  if (open) await moveCase(tx, open, mover, { act: 'found', to: 'found' })
}
