import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { signOutAction } from '@/app/(portal)/actions'
import { SignedOutShell } from '@/components/signed-out-shell'
import { ButtonLink } from '@/components/ui/button-link'
import { SubmitButton } from '@/components/ui/submit-button'
import { requireSession } from '@/lib/session/guards'
import { returnTarget } from '@/lib/session/return-target'
import type { LiveSession } from '@/lib/session/sessions'
import { needsPassword, waysToConfirm } from '@/lib/sign-in/start-step-up'
import { findWays } from '@/lib/sign-in-methods/queries'
import { ConfirmForm } from './step-up-form'

export const metadata: Metadata = { title: 'Confirm it is you' }

export default async function ConfirmPage({ searchParams }: PageProps<'/step-up'>) {
  const session = await requireSession()
  const [params, by] = await Promise.all([searchParams, waysToConfirm(session)])
  const next = returnTarget(params.next)
  const asksPassword = needsPassword(session)

  return (
    <SignedOutShell
      title="Confirm it’s you"
      about={<p>{await reasonFor(session)}</p>}
      otherWays={
        session.needsSecondStep ? (
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
      {by === 'password' && !asksPassword && <NothingToConfirmWith />}
      {(by === 'second-step' || (by === 'password' && asksPassword)) && (
        <ConfirmForm
          next={next}
          email={session.actor.email}
          asksPassword={asksPassword}
          leadsOn={by === 'second-step'}
        />
      )}
    </SignedOutShell>
  )
}

async function reasonFor({ actor, needsSecondStep }: LiveSession): Promise<string> {
  if (!needsSecondStep) {
    return 'What you are about to do needs a fresh proof that it is you. You come back to where you were.'
  }
  const own = (await findWays(actor.employeeId))?.own
  return own && own.authenticators + own.passkeys > 0
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

function NothingToConfirmWith() {
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
