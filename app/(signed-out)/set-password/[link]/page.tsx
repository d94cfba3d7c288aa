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

const welcome = 'choose a password for your account. Then sign in with it.'
const renewal = 'your new password replaces the old one and signs you out of every device.'

/** Expired, used, replaced, cut short or made up: all the same, so that nothing can be learned by trying. */
function LinkEnded() {
  return (
    <SignedOutShell
      title="This link no longer works"
      about="A link works once and for a limited time, and only the newest one works. If your mail program cut it off, copy the whole link."
      otherMethods={
        <a href="/sign-in" className="text-link">
          Back to sign-in
        </a>
      }
    >
      <ButtonLink href="/forgot-password" look="primary" large>
        Email me a new link
      </ButtonLink>
      <p className="text-text-muted">
        If you were invited and don't have a password yet, a new link from here works too. Or ask your admin
        for another invitation.
      </p>
    </SignedOutShell>
  )
}
