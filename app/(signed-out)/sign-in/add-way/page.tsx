import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { requirePendingSignIn } from '@/lib/session/guards'
import { findWays } from '@/lib/ways/queries'
import { mustAddWay } from '@/lib/ways/rules'
import { requireLesserProof } from './require-lesser-proof'
import { AppStep, ChooseStep, CodesStep, PasskeyStep, TryStep } from './steps'

export const metadata: Metadata = { title: 'Add a way to sign in' }

/** After a proof that is less than the firm asks: first a better way, then recovery codes, then the new way is tried. */
export default async function AddWayPage({ searchParams }: PageProps<'/sign-in/add-way'>) {
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
