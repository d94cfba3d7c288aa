import { clsx } from 'clsx/lite'
import { Time } from '@/components/time'
import { PostForm } from '@/components/ui/post-form'
import { Status } from '@/components/ui/status'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ShownNotification } from '@/lib/notifications/queries'
import { sayNotMeSignedInAction } from './actions'

/** One form for all: the pressed button carries the notification. */
export function NotificationList({ notifications }: { notifications: ShownNotification[] }) {
  return (
    <PostForm action={sayNotMeSignedInAction}>
      <ul className="divide-y divide-border rounded-card border border-border bg-surface">
        {notifications.map((notification) => (
          <li key={notification.id} className="grid gap-2 px-5 py-4 sm:px-6">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <h2 className={clsx('text-base', !notification.isUnread && 'font-medium')}>
                {notification.subject}
              </h2>
              {notification.isUnread && (
                <Status tone="info" icon="mail">
                  Unread
                </Status>
              )}
            </div>
            <p className="text-text-muted">
              <Time at={notification.at} />
            </p>
            {notification.paragraphs.map((paragraph) => (
              <p key={paragraph} className="wrap-anywhere">
                {paragraph}
              </p>
            ))}
            <Facts facts={notification.facts} />
            <Answer notification={notification} />
          </li>
        ))}
      </ul>
    </PostForm>
  )
}

function Facts({ facts }: { facts: ShownNotification['facts'] }) {
  // The line above has the time, as a time.
  const shown = facts.filter(([label]) => label !== 'When')
  if (shown.length === 0) return null
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
      {shown.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-text-muted">{label}</dt>
          <dd className="wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Answer({ notification }: { notification: ShownNotification }) {
  if (notification.saidAt) {
    return (
      <p className="text-text-muted">
        You reported that this wasn't you on <Time at={notification.saidAt} />.
      </p>
    )
  }
  if (!notification.canSayNotMe) return null
  return (
    <details>
      <summary className="w-fit cursor-pointer py-1 text-text-muted">Don't recognize this?</summary>
      <div className="grid gap-3 pt-2">
        <p>
          You'll be signed out everywhere, including here, and your password will no longer work. We'll email
          you a link to set a new one, and notify your firm's admins.
        </p>
        <SubmitButton
          look="secondary"
          name="notificationId"
          value={notification.id}
          className="justify-self-start"
          aria-label={`This was not me: ${notification.subject}`}
        >
          This was not me
        </SubmitButton>
      </div>
    </details>
  )
}
