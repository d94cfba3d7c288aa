import { redirect } from 'next/navigation'
import { findNumberProof, type NumberProof } from '@/lib/phone-enrollment/find-number-link'
import { pendingCookie } from '@/lib/session/cookie'

/** What this browser has begun with a link and a password, or off to the page that says it has ended. */
export async function requireNumberProof(): Promise<NumberProof> {
  const proof = await getNumberProof()
  if (!proof) redirect('/confirm-number/ended')
  return proof
}

export async function getNumberProof(): Promise<NumberProof | null> {
  const pendingId = await pendingCookie.read()
  return pendingId ? findNumberProof(pendingId) : null
}
