import type { Tx } from '@/lib/db'
import { lockOpenCase } from './lock-case'
import { type CaseActor, moveCase } from './move-case'

/** A complete sign-in with the phone that was called lost closes the case by itself, and everybody is told. */
export async function closeFound(
  tx: Tx,
  who: { employeeId: string; name: string; place: string; browser: string },
): Promise<void> {
  const open = await lockOpenCase(tx, who.employeeId, 'lost_phone')
  const caseActor: CaseActor = { ...who, party: 'portal' }
  if (open) await moveCase(tx, open, caseActor, { act: 'found', to: 'found' })
}
