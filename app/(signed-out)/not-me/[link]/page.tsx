import type { Metadata } from 'next'
import { SignedOutShell } from '@/components/signed-out-shell'
import { Alert } from '@/components/ui/alert'
import { SubmitButton } from '@/components/ui/submit-button'
import { UtcTime } from '@/components/utc-time'
import { findByNotMeLink } from '@/lib/notifications/queries'
import { sayNotMeAction } from './actions'
import { LinkEnded } from './link-ended'
import { Secured } from './secured'

export const metadata: Metadata = { title: 'This was not me', robots: { index: false, follow: false } }

/** Opening it does nothing, since mail scanners open every link: the button does. */
export default async function NotMePage({ params, searchParams }: PageProps<'/not-me/[link]'>) {
  const [{ link }, { later }] = await Promise.all([params, searchParams])
  const notification = await findByNotMeLink(link)
  if (!notification) return <LinkEnded />
  if (notification.saidAt) return <Secured notification={notification} saidAt={notification.saidAt} />

  return (
    <SignedOutShell title="Was this not you?" about={<p>We told you about this:</p>}>
      {later && (
        <Alert tone="danger" role="alert">
          Too many tries from your network. Wait 15 minutes and press the button again, or choose a new
          password with <em>Forgotten password</em>.
        </Alert>
      )}
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="text-text-muted">What</dt>
        <dd>{notification.subject}</dd>
        <dt className="text-text-muted">When</dt>
        <dd>
          <UtcTime at={notification.at} />
        </dd>
      </dl>
      <p>If somebody else did that, press the button:</p>
      <ul className="grid list-disc gap-1 pl-5">
        <li>Everybody is signed out of your account.</li>
        <li>Your password opens nothing any more; a link for a new one is mailed to you.</li>
        <li>No requests are sent to your phone until you switch them on again.</li>
        {undone[notification.kind] && <li>{undone[notification.kind]}</li>}
        <li>The admins of your firm are told.</li>
      </ul>
      <form action={sayNotMeAction} className="grid">
        <input type="hidden" name="link" value={link} />
        <SubmitButton large>This was not me</SubmitButton>
      </form>
      <p className="text-text-muted">
        If it was you, just close this page. Nothing has happened by opening it.
      </p>
    </SignedOutShell>
  )
}

const undone: Partial<Record<string, string>> = {
  'method-added': 'What was added is removed from your account.',
  'recovery-codes-made': 'The recovery codes that were made are worthless.',
}
