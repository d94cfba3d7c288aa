import { redirect } from 'next/navigation'
import { type Binder, binderOfPending } from '@/lib/session/fresh-actor'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'

/** Who has shown in this sign-in who it is, by a way that is less than the firm asks; or off to show it. */
export function requireLesserProof(pending: PendingSignIn): Binder {
  const binder = binderOfPending(pending)
  if (!binder.ok) redirect('/sign-in/second-step')
  return binder.value
}
