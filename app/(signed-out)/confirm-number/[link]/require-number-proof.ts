import { redirect } from 'next/navigation'
import { findNumberProof, type NumberProof } from '@/lib/phone-enrollment/find-number-link'
import { readPendingId } from '@/lib/session/guards'

/** The proof that this browser started with a link and a password; without one, the page that says the link has expired. */
export async function requireNumberProof(): Promise<NumberProof> {
  const proof = await getNumberProof()
  if (!proof) redirect('/confirm-number/ended')
  return proof
}

export async function getNumberProof(): Promise<NumberProof | null> {
  const pendingId = await readPendingId()
  return pendingId ? findNumberProof(pendingId) : null
}
