import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SignedOutShell } from '@/components/signed-out-shell'
import { maskMobileNumber } from '@/lib/contact/mobile-number'
import { findEnrollment } from '@/lib/phone-enrollment/find-enrollment'
import { requirePendingSignIn } from '@/lib/session/guards'
import { markOf } from '@/lib/session/pending-sign-ins'
import { findLatestText } from '@/lib/sign-in-methods/tokens/queries'
import { HelpLink } from '../help-link'
import { TextForm } from '../sign-in/second-step/text-form'
import { sendEnrollmentTokenAction } from './actions'
import { ConfirmPhoneForm } from './confirm-phone-form'
import { NumberForm } from './number-form'

export const metadata: Metadata = { title: 'Set up your new phone' }

/** After the password and a setup link or one-time pass: first the number, then the token that proves it. */
export default async function EnrollmentPage({ searchParams }: PageProps<'/new-phone'>) {
  const pending = await requirePendingSignIn()
  const enrollment = await findEnrollment(pending)
  if (!enrollment) redirect('/lost-phone')
  const { newNumber, suggestedNumber, isFixed } = enrollment

  if (!newNumber || (await searchParams).number) {
    return (
      <SignedOutShell
        signIn={markOf(pending)}
        title="Set up your new phone"
        about={
          <p>
            Step 1 of 2.{' '}
            {isFixed
              ? 'Your admin entered this number for your new phone.'
              : "Enter your new phone's number."}
          </p>
        }
        otherMethods={<HelpLink to="new-phone" />}
      >
        <NumberForm suggested={(newNumber ?? suggestedNumber)?.slice(1)} isFixed={isFixed} />
      </SignedOutShell>
    )
  }

  const text = await findLatestText(pending)
  return (
    <SignedOutShell
      signIn={markOf(pending)}
      title="Set up your new phone"
      about={
        <p>Step 2 of 2. Enter a token to confirm that the number {maskMobileNumber(newNumber)} is yours.</p>
      }
      otherMethods={
        <>
          {!isFixed && (
            <a href="/new-phone?number=1" className="text-link">
              Use another number
            </a>
          )}
          <HelpLink to="new-phone" />
        </>
      }
    >
      <TextForm
        text={text}
        phone={maskMobileNumber(newNumber)}
        action={sendEnrollmentTokenAction}
        help={<HelpLink to="new-phone" />}
      />
      <ConfirmPhoneForm news={String(text?.sentInWindow)} />
    </SignedOutShell>
  )
}
