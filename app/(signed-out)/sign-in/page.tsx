import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { SignedOutShell } from '@/components/signed-out-shell'
import { Alert } from '@/components/ui/alert'
import { readFlash } from '@/lib/session/flash'
import { getActor } from '@/lib/session/guards'
import { returnTarget } from '@/lib/session/return-target'
import { signInFlashes } from './flashes'
import { PasskeyEntry } from './passkey/passkey-entry'
import { SignInForm } from './sign-in-form'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const params = await searchParams
  const next = returnTarget(params.next)
  if (await getActor()) redirect(next)
  const flash = await readFlash(signInFlashes)
  const isNew = (await headers()).has('x-new-browser')

  return (
    <SignedOutShell
      title="Sign in"
      otherMethods={
        <a href="/forgot-password" className="text-link">
          Forgot your password?
        </a>
      }
    >
      {params.ended && (
        <Alert tone="info" role="status">
          {isNew
            ? 'Your sign-in expired, or your browser blocks cookies. Allow cookies for this site, then sign in again.'
            : 'Your sign-in expired. Sign in again.'}
        </Alert>
      )}
      {flash && (
        <Alert tone="ok" role="status">
          {signInFlashes[flash.key]}
        </Alert>
      )}
      <SignInForm next={next} />
      <PasskeyEntry next={next} />
    </SignedOutShell>
  )
}
