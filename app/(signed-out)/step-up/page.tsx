import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { signOutAction } from '@/app/(portal)/actions'
import { SignedOutShell } from '@/components/signed-out-shell'
import { ButtonLink } from '@/components/ui/button-link'
import { SubmitButton } from '@/components/ui/submit-button'
import { requireSession } from '@/lib/session/guards'
import { returnTarget } from '@/lib/session/return-target'
import type { LiveSession } from '@/lib/session/sessions'
import { needsPassword, stepUpMethods } from '@/lib/sign-in/start-step-up'
import { findMethods } from '@/lib/sign-in-methods/queries'
import { StepUpForm } from './step-up-form'

export const metadata: Metadata = { title: 'Confirm it is you' }

export default async function StepUpPage({ searchParams }: PageProps<'/step-up'>) {
  const session = await requireSession()
  const [params, by] = await Promise.all([searchParams, stepUpMethods(session)])
  const next = returnTarget(params.next)
  const asksPassword = needsPassword(session)

  return (
    <SignedOutShell
      title="Confirm it’s you"
      about={<p>{await reasonFor(session)}</p>}
      otherMethods={
        session.needsSecondFactor ? (
          <SignOut>
            <button type="submit" className="text-link">
              Sign out
            </button>
          </SignOut>
        ) : (
          <a href={next} className="text-link">
            Go back without it
          </a>
        )
      }
    >
      {by === 'none' && <AddAtSignIn />}
      {by === 'password' && !asksPassword && <NoStepUpMethod />}
      {(by === 'second-step' || (by === 'password' && asksPassword)) && (
        <StepUpForm
          next={next}
          email={session.actor.email}
          asksPassword={asksPassword}
          leadsOn={by === 'second-step'}
        />
      )}
    </SignedOutShell>
  )
}

async function reasonFor({ actor, needsSecondFactor }: LiveSession): Promise<string> {
  if (!needsSecondFactor) {
    return 'What you are about to do needs a fresh proof that it is you. You come back to where you were.'
  }
  const own = (await findMethods(actor.employeeId))?.own
  return own && own.totpApps + own.passkeys > 0
    ? 'You have a second step of your own now, and it is asked at every sign-in. Try it now, once, to go on.'
    : 'Your firm now asks for a second step at sign-in. Confirm yours once to go on.'
}

/** What the person has is less than the firm asks by now. A better way is added where people sign in. */
function AddAtSignIn() {
  return (
    <>
      <p>
        Your firm asks for a stronger second step than you have. Sign out and sign in again: there you add
        one, in a minute.
      </p>
      <SignOut>
        <SubmitButton large className="w-full">
          Sign out
        </SubmitButton>
      </SignOut>
    </>
  )
}

function NoStepUpMethod() {
  return (
    <>
      <p>You have no second step yet. Add a passkey or an authenticator app, then come back to this.</p>
      <ButtonLink href="/account/security" look="primary" large>
        Account security
      </ButtonLink>
    </>
  )
}

function SignOut({ children }: { children: ReactNode }) {
  return <form action={signOutAction}>{children}</form>
}
