import type { Metadata } from 'next'
import { signOutAction } from '@/app/(portal)/actions'
import { SignedOutShell } from '@/components/signed-out-shell'
import { requireSession } from '@/lib/session/guards'
import { returnTarget } from '@/lib/session/return-target'
import { needsPassword } from '@/lib/sign-in/start-confirm'
import { ConfirmForm } from './confirm-form'

export const metadata: Metadata = { title: 'Confirm it is you' }

export default async function ConfirmPage({ searchParams }: PageProps<'/confirm'>) {
  const session = await requireSession()
  const next = returnTarget((await searchParams).next)
  const reason = session.needsSecondStep
    ? 'Your firm now asks for a second step at sign-in. Confirm yours once to go on.'
    : 'What you are about to do needs a fresh proof that it is you. You come back to where you were.'

  return (
    <SignedOutShell
      title="Confirm it’s you"
      about={<p>{reason}</p>}
      otherWays={
        session.needsSecondStep ? (
          <form action={signOutAction}>
            <button type="submit" className="text-link">
              Sign out
            </button>
          </form>
        ) : (
          <a href={next} className="text-link">
            Go back without it
          </a>
        )
      }
    >
      <ConfirmForm next={next} email={session.actor.email} asksPassword={needsPassword(session)} />
    </SignedOutShell>
  )
}
