import type { Metadata } from 'next'
import { SignedOutShell } from '@/components/signed-out-shell'
import { ButtonLink } from '@/components/ui/button-link'
import { greet } from '@/lib/notifications/words/plain-text'
import { findLink } from '@/lib/passwords/find-link'
import { SetPasswordForm } from './set-password-form'

export const metadata: Metadata = { title: 'Set password', robots: { index: false } }

export default async function SetPasswordPage({ params }: PageProps<'/set-password/[link]'>) {
  const { link } = await params
  const found = await findLink(link)
  if (!found) return <LinkEnded />

  const isInvitation = found.purpose === 'invitation'
  return (
    <SignedOutShell
      title={isInvitation ? 'Welcome to Partner Portal' : 'Choose a new password'}
      about={`${greet(found.name)} ${isInvitation ? welcome : renewal}`}
    >
      <SetPasswordForm link={link} />
    </SignedOutShell>
  )
}

const welcome = 'choose the password of your account. You sign in with it right afterwards.'
const renewal = 'the new password takes the place of the old one, and ends every open session.'

/** Expired, used, replaced, cut short or made up: all the same, so that nothing can be learned by trying. */
function LinkEnded() {
  return (
    <SignedOutShell
      title="This link has ended"
      about="A link works once and for a limited time, only the newest one works, and it must be whole: some mail programs cut long lines."
      otherMethods={
        <a href="/sign-in" className="text-link">
          Back to sign in
        </a>
      }
    >
      <ButtonLink href="/forgot-password" look="primary" large>
        Send me a new link
      </ButtonLink>
      <p className="text-text-muted">
        Were you invited and have no password yet? A new link from here works as well, or ask your admin for
        another invitation.
      </p>
    </SignedOutShell>
  )
}
