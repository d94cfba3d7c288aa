import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { signOutAction } from '@/app/(portal)/actions'
import { SignedOutShell } from '@/components/signed-out-shell'
import { ButtonLink } from '@/components/ui/button-link'
import { PostForm } from '@/components/ui/post-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { requireSession } from '@/lib/session/guards'
import { returnTarget } from '@/lib/session/return-target'
import type { LiveSession } from '@/lib/session/sessions'
import { needsPassword, stepUpMethods } from '@/lib/sign-in/start-step-up'
import { findMethods } from '@/lib/sign-in-methods/queries'
import { StepUpForm } from './step-up-form'

export const metadata: Metadata = { title: "Confirm it's you" }

export default async function StepUpPage({ searchParams }: PageProps<'/step-up'>) {
  const session = await requireSession()
  const [params, by] = await Promise.all([searchParams, stepUpMethods(session)])
  const next = returnTarget(params.next)
  const asksPassword = needsPassword(session)

  return (
    <SignedOutShell
      title="Confirm it's you"
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
            Cancel
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
    return "Confirm your identity to continue. We'll bring you right back."
  }
  const own = (await findMethods(actor.employeeId))?.own
  return own && own.totpApps + own.passkeys > 0
    ? "You added a sign-in method, so you'll need it at every sign-in. Use it now to continue."
    : 'Your firm turned on two-factor authentication. Use your second factor now to continue.'
}

/** The person's methods are below the firm's minimum. A stronger one is added at sign-in. */
function AddAtSignIn() {
  return (
    <>
      <p>
        Your firm requires a stronger sign-in method than you have. Sign out, then sign in again to add one.
        It takes a minute.
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
      <p>You don't have a second factor yet. Add a passkey or an authenticator app, then come back.</p>
      <ButtonLink href="/account/security" look="primary" large>
        Account security
      </ButtonLink>
    </>
  )
}

function SignOut({ children }: { children: ReactNode }) {
  return <PostForm action={signOutAction}>{children}</PostForm>
}
