import { Time } from '@/components/time'
import { Icon } from '@/components/ui/icon'
import { PostForm } from '@/components/ui/post-form'
import { Rows } from '@/components/ui/rows'
import { Status } from '@/components/ui/status'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ShownNotification } from '@/lib/notifications/queries'
import { groupByHour } from '@/lib/notifications/rules'
import { sayNotMeSignedInAction } from './actions'

/** One form for all: the pressed button carries the notification. */
export function NotificationList({ notifications }: { notifications: ShownNotification[] }) {
  return (
    <PostForm action={sayNotMeSignedInAction}>
      <Rows alone>
        {groupByHour(notifications).map((group) => (
          <Group key={group[0].id} group={group} />
        ))}
      </Rows>
    </PostForm>
  )
}

function Group({ group }: { group: [ShownNotification, ...ShownNotification[]] }) {
  const [newest] = group
  const isNew = group.some((one) => one.isNew)
  return (
    <li>
      <details>
        <summary className="row">
          <span className="flex min-w-0 grow flex-wrap items-center gap-x-4 gap-y-0.5">
            <span className={isNew ? 'min-w-0 grow font-semibold' : 'min-w-0 grow'}>{newest.subject}</span>
            <span className="flex flex-wrap items-center gap-x-3 text-text-muted">
              {isNew && (
                <Status tone="info" icon="mail">
                  New
                </Status>
              )}
              <span>
                {group.length > 1 && `${group.length} times, last `}
                <Time at={newest.at} />
              </span>
            </span>
          </span>
          <Icon name="chevron-right" />
        </summary>
        <div className="row-body gap-0 divide-y divide-border">
          {group.map((notification) => (
            <Message key={notification.id} notification={notification} isOneOfMany={group.length > 1} />
          ))}
        </div>
      </details>
    </li>
  )
}

type MessageProps = { notification: ShownNotification; isOneOfMany: boolean }

function Message({ notification, isOneOfMany }: MessageProps) {
  return (
    <div className="grid gap-2 not-first:pt-3 not-last:pb-3">
      {isOneOfMany && (
        <p className="font-medium">
          <Time at={notification.at} />
        </p>
      )}
      {notification.paragraphs.map((paragraph) => (
        <p key={paragraph} className="wrap-anywhere">
          {paragraph}
        </p>
      ))}
      <Facts facts={notification.facts} />
      <Answer notification={notification} />
    </div>
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
