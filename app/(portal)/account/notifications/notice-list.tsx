import { clsx } from 'clsx'
import { Status } from '@/components/ui/status'
import { SubmitButton } from '@/components/ui/submit-button'
import { UtcTime } from '@/components/utc-time'
import type { ShownNotification } from '@/lib/notifications/queries'
import { sayNotMeSignedInAction } from './actions'

/** One form for all: the button that is pressed says which notice is meant. */
export function NotificationList({ notifications }: { notifications: ShownNotification[] }) {
  return (
    <form action={sayNotMeSignedInAction}>
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
              <UtcTime at={notification.at} />
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
    </form>
  )
}

function Facts({ facts }: { facts: ShownNotification['facts'] }) {
  if (facts.length === 0) return null
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
      {facts.map(([label, value]) => (
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
        You said <UtcTime at={notification.saidAt} /> that this was not you.
      </p>
    )
  }
  if (!notification.canSayNotMe) return null
  return (
    <details>
      <summary className="w-fit cursor-pointer py-1 text-text-muted">Was this not you?</summary>
      <div className="grid gap-3 pt-2">
        <p>
          You are signed out everywhere, also here. Your password opens nothing any more, a link for a new one
          is mailed to you, and the admins of your firm are told.
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
