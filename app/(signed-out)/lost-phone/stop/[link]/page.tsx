import type { Metadata } from 'next'
import { SignedOutShell } from '@/components/signed-out-shell'
import { Time } from '@/components/time'
import { PostForm } from '@/components/ui/post-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { findByStopLink } from '@/lib/cases/find-case'
import { isOpen } from '@/lib/cases/rules'
import { HelpLink } from '../../../help-link'
import { UnknownLink } from '../../unknown-link'
import { stopByLinkAction } from './actions'
import { Ended } from './ended'
import { firstName, isPerson, nameOf, ownerOf } from './find-stop-link'
import { OnStolenPhone } from './on-stolen-phone'
import { Stopped } from './stopped'

export const metadata: Metadata = { title: 'Cancel a request', robots: { index: false, follow: false } }

/** Opening this page cancels nothing, because mail scanners open every link: the button does. */
export default async function StopPage({ params }: PageProps<'/lost-phone/stop/[link]'>) {
  const { link } = await params
  const notification = await findByStopLink(link)
  if (!notification) return <UnknownLink />
  const { state } = notification.case
  if (state === 'stopped') return <Stopped notification={notification} />
  if (!isOpen(state)) return <Ended notification={notification} />
  const { reason } = notification.case
  if (notification.channel === 'text' && reason === 'stolen' && state === 'ready') return <OnStolenPhone />

  const { openedAt, place, browser, kind } = notification.case
  const isLost = kind === 'lost_phone'
  const expected = isLost
    ? `that was ${isPerson(notification) ? 'you' : firstName(notification)}`
    : 'you expected this'
  return (
    <SignedOutShell
      title={`Cancel ${isLost ? 'request' : 'change'} ${nameOf(notification)}?`}
      about={
        <p>
          {isLost
            ? `Someone asked to move ${ownerOf(notification)} account to another phone.`
            : `An admin entered another mobile number for ${isPerson(notification) ? 'you' : firstName(notification)}.`}
        </p>
      }
      otherMethods={<HelpLink to="stop" />}
    >
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="text-text-muted">When</dt>
        <dd>
          <Time at={openedAt} />
        </dd>
        <dt className="text-text-muted">From</dt>
        <dd className="wrap-anywhere">{place}</dd>
        <dt className="text-text-muted">Browser</dt>
        <dd>{browser}</dd>
      </dl>
      <p>
        If {expected}, close this page. If not, cancel the {isLost ? 'request' : 'change'}: it closes
        permanently, and the old {isLost ? 'phone' : 'number'} stays on the account.
      </p>
      <PostForm action={stopByLinkAction} className="grid">
        <input type="hidden" name="link" value={link} />
        <SubmitButton large>Cancel this {isLost ? 'request' : 'change'}</SubmitButton>
      </PostForm>
      <p className="text-text-muted">Opening this page hasn't changed anything.</p>
    </SignedOutShell>
  )
}
