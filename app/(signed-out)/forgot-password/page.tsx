import type { Metadata } from 'next'
import { SignedOutShell } from '@/components/signed-out-shell'
import { AskResetForm } from './reset-form'

export const metadata: Metadata = { title: 'Reset your password' }

export default function ForgottenPasswordPage() {
  return (
    <SignedOutShell
      title="Reset your password"
      about="We'll email you a link. Your sign-in methods stay the same."
      otherMethods={
        <a href="/sign-in" className="text-link">
          Back to sign-in
        </a>
      }
    >
      <AskResetForm />
    </SignedOutShell>
  )
}
