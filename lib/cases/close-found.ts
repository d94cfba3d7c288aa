import type { Tx } from '@/lib/db'
import { lockOpenCase } from './lock-case'
import { type CaseActor, moveCase } from './move-case'

/** A complete sign-in with the phone reported lost closes its case and notifies everyone. */
export async function closeFound(
  tx: Tx,
  who: { employeeId: string; name: string; place: string; browser: string },
): Promise<void> {
  const open = await lockOpenCase(tx, who.employeeId, 'lost_phone')
  const caseActor: CaseActor = { ...who, party: 'portal' }
  if (open) await moveCase(tx, open, caseActor, { act: 'found', to: 'found' })
}
