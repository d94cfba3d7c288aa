import type { Metadata } from 'next'
import { SignedOutShell } from '@/components/signed-out-shell'
import { AskResetForm } from './reset-form'

export const metadata: Metadata = { title: 'Forgotten password' }

export default function ForgottenPasswordPage() {
  return (
    <SignedOutShell
      title="Choose a new password"
      about="We mail you a link. Your second step stays as it is."
      otherMethods={
        <a href="/sign-in" className="text-link">
          Back to sign in
        </a>
      }
    >
      <AskResetForm />
    </SignedOutShell>
  )
}
