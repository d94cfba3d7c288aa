import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { mustAddWay } from '@/lib/access/methods'
import { requirePendingSignIn } from '@/lib/session/guards'
import { findWays } from '@/lib/sign-in-methods/queries'
import { requireLesserProof } from './require-proof-below-minimum'
import { AppStep, ChooseStep, CodesStep, PasskeyStep, TryStep } from './steps'

export const metadata: Metadata = { title: 'Add a way to sign in' }

/** After a proof that is less than the firm asks: first a better way, then recovery codes, then the new way is tried. */
export default async function AddWayPage({ searchParams }: PageProps<'/sign-in/add-method'>) {
  const pending = await requirePendingSignIn()
  requireLesserProof(pending)
  const [{ way, step }, now] = await Promise.all([searchParams, findWays(pending.employeeId)])
  if (!now) redirect('/sign-in?ended=1')

  const hasEnough = !mustAddWay(now.own, now.role, now.policy)
  const props = { pending, now, hasEnough }
  if (way === 'app') return <AppStep {...props} />
  if (way === 'passkey') return <PasskeyStep {...props} />
  if (!hasEnough || way) return <ChooseStep {...props} />
  return step === 'try' ? <TryStep {...props} /> : <CodesStep {...props} />
}
