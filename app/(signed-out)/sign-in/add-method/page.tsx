import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SignInMark } from '@/components/sign-in-mark'
import { mustAddMethod } from '@/lib/access/methods'
import { requirePendingSignIn } from '@/lib/session/guards'
import { markOf } from '@/lib/session/pending-sign-ins'
import { findMethods } from '@/lib/sign-in-methods/queries'
import { requireProofBelowMinimum } from './require-proof-below-minimum'
import { AppStep, ChooseStep, CodesStep, PasskeyStep, TryStep } from './steps'

export const metadata: Metadata = { title: 'Add a sign-in method' }

/** After a proof below the firm's minimum: first a stronger method, then recovery codes, then a try of the new method. */
export default async function AddMethodPage({ searchParams }: PageProps<'/sign-in/add-method'>) {
  const pending = await requirePendingSignIn()
  requireProofBelowMinimum(pending)
  const [{ method, step, added }, now] = await Promise.all([searchParams, findMethods(pending.employeeId)])
  if (!now) redirect('/sign-in?ended=1')

  // A recovery code is for a person who has lost the method that is enough: another one comes first.
  const hasLost = pending.provenBy === 'recovery-code' && !added && !step
  const hasEnough = !hasLost && !mustAddMethod(now.own, now.role, now.policy)
  const props = { pending, now, hasEnough }
  const isChoice = !hasEnough || Boolean(method)
  const Step = steps[String(method)] ?? (isChoice ? ChooseStep : step === 'try' ? TryStep : CodesStep)
  return (
    <SignInMark mark={markOf(pending)}>
      <Step {...props} />
    </SignInMark>
  )
}

const steps: Record<string, typeof ChooseStep> = { app: AppStep, passkey: PasskeyStep }
