import type { Metadata } from 'next'
import { HelpLink } from '@/app/(signed-out)/help-link'
import { LinkBlocked } from '@/app/(signed-out)/link-blocked'
import { SignedOutShell } from '@/components/signed-out-shell'
import { buttonClass } from '@/components/ui/button'
import { findEnrollmentLink } from '@/lib/phone-enrollment/find-enrollment'
import { StartEnrollmentForm } from './start-enrollment-form'

export const metadata: Metadata = { title: 'Set up your new phone', robots: { index: false, follow: false } }

export default async function EnrollmentLinkPage({ params }: PageProps<'/new-phone/[link]'>) {
  const { link } = await params
  const found = await findEnrollmentLink(link)
  if (!found) return <LinkEnded />
  if (found.isBlocked) return <Blocked />

  return (
    <SignedOutShell
      title="Set up your new phone"
      about={<p>Enter your password. Then we'll text a token to your new phone.</p>}
      otherMethods={
        <>
          <a href="/forgot-password" className="text-link">
            Forgot your password?
          </a>
          <HelpLink to="new-phone" />
        </>
      }
    >
      <StartEnrollmentForm link={link} />
    </SignedOutShell>
  )
}

function Blocked() {
  return (
    <SignedOutShell title="Set up your new phone" otherMethods={<HelpLink to="one-time-pass" />}>
      <LinkBlocked />
      <p>
        Have a one-time pass? Sign in with your password, select <em>I don't have access to my phone</em> and
        enter it there.
      </p>
      <a href="/sign-in" className={buttonClass({ look: 'primary', large: true })}>
        Go to sign-in
      </a>
    </SignedOutShell>
  )
}

/** Expired, used, replaced, cut short or made up: all the same, so that nothing can be learned by trying. */
function LinkEnded() {
  return (
    <SignedOutShell
      title="This link no longer works"
      about="A setup link works once, within 24 hours, and only the newest one works. If your mail program cut it off, copy the whole link."
      otherMethods={<HelpLink to="new-phone" />}
    >
      <p>
        To get a new link, sign in with your password, select <em>I don't have access to my phone</em>, then{' '}
        <em>Email me a new link</em>.
      </p>
      <a href="/sign-in" className={buttonClass({ look: 'primary', large: true })}>
        Go to sign-in
      </a>
    </SignedOutShell>
  )
}
