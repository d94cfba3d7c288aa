import type { Metadata } from 'next'
import { SignedOutShell } from '@/components/signed-out-shell'
import { Time } from '@/components/time'
import { Alert } from '@/components/ui/alert'
import { PostForm } from '@/components/ui/post-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { findByNotMeLink } from '@/lib/notifications/queries'
import { readFlash } from '@/lib/session/flash'
import { sayNotMeAction } from './actions'
import { notMeFlashes } from './flashes'
import { LinkEnded } from './link-ended'
import { Secured } from './secured'

export const metadata: Metadata = { title: 'This was not me', robots: { index: false, follow: false } }

/** Opening it changes nothing, since mail scanners open every link: only the button does. */
export default async function NotMePage({ params }: PageProps<'/not-me/[link]'>) {
  const { link } = await params
  const notification = await findByNotMeLink(link)
  if (!notification) return <LinkEnded />
  if (notification.saidAt) return <Secured notification={notification} saidAt={notification.saidAt} />

  const flash = await readFlash(notMeFlashes)

  return (
    <SignedOutShell title="Don't recognize this?" about={<p>We notified you about this:</p>}>
      {flash && (
        <Alert tone="danger" role="alert">
          {notMeFlashes[flash.key]}{' '}
          <a href="/forgot-password" className="text-link">
            reset your password
          </a>
          .
        </Alert>
      )}
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="text-text-muted">What</dt>
        <dd>{notification.subject}</dd>
        <dt className="text-text-muted">When</dt>
        <dd>
          <Time at={notification.at} />
        </dd>
      </dl>
      <p>If it wasn't you, select the button below. We will:</p>
      <ul className="grid list-disc gap-1 pl-5">
        <li>Sign out every device from your account.</li>
        <li>Reset your password and email you a link to choose a new one.</li>
        <li>Turn off OneTouch alerts until you turn them back on.</li>
        {undone[notification.kind] && <li>{undone[notification.kind]}</li>}
        <li>Notify the admins at your firm.</li>
      </ul>
      <PostForm action={sayNotMeAction} className="grid">
        <input type="hidden" name="link" value={link} />
        <SubmitButton large>This was not me</SubmitButton>
      </PostForm>
      <p className="text-text-muted">If it was you, close this page. Opening it changed nothing.</p>
    </SignedOutShell>
  )
}

const undone: Partial<Record<string, string>> = {
  'method-added': 'Remove what was added to your account.',
  'recovery-codes-made': 'Turn off the recovery codes that were generated.',
}
