import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SignedOutShell } from '@/components/signed-out-shell'
import { Notice } from '@/components/ui/alert'
import { getActor } from '@/lib/session/guards'
import { returnTarget } from '@/lib/session/return-target'
import { PasskeyDoor } from './passkey/passkey-entry'
import { SignInForm } from './sign-in-form'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const params = await searchParams
  const next = returnTarget(params.next)
  if (await getActor()) redirect(next)

  return (
    <SignedOutShell
      title="Sign in"
      otherWays={
        <a href="/forgot-password" className="text-link">
          Forgotten your password?
        </a>
      }
    >
      {params.ended && (
        <Notice tone="info" role="status">
          Your sign-in took too long or was used already. Start again.
        </Notice>
      )}
      {params['signed-out'] && (
        <Notice tone="ok" role="status">
          You are signed out.
        </Notice>
      )}
      {params['password-saved'] && (
        <Notice tone="ok" role="status">
          Password saved. Sign in with it now.
        </Notice>
      )}
      <SignInForm next={next} />
      <PasskeyDoor next={next} />
    </SignedOutShell>
  )
}
