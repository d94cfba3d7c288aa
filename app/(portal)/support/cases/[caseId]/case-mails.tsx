import { Time } from '@/components/time'
import { Card } from '@/components/ui/card'
import { Status } from '@/components/ui/status'
import type { NotificationRow } from '@/lib/cases/support/get-case'
import { actSentence } from '../sentences'

/** Who was notified, and whether the message was sent. */
export function Notifications({ notifications }: { notifications: NotificationRow[] }) {
  return (
    <Card title="Notifications">
      {notifications.length === 0 && <p className="text-text-muted">None yet</p>}
      <ul className="grid divide-y divide-border">
        {notifications.map((notification) => (
          <li
            key={notification.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2 first:pt-0 last:pb-0"
          >
            <div>
              <p>
                {notification.channel === 'text' ? 'Text to the old number' : `Email to ${notification.name}`}
                {notification.channel === 'mail' && !notification.isPerson && (
                  <span className="text-text-muted"> (admin)</span>
                )}
              </p>
              <p className="text-text-muted">{actSentence(notification.act)}</p>
            </div>
            <Delivery notification={notification} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Delivery({ notification: { sentAt, refusedAt, createdAt } }: { notification: NotificationRow }) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="text-text-muted">
        <Time at={sentAt ?? refusedAt ?? createdAt} />
      </span>
      {sentAt ? (
        <Status tone="ok" icon="check">
          Sent
        </Status>
      ) : refusedAt ? (
        <Status tone="danger" icon="circle-exclamation-point">
          Rejected
        </Status>
      ) : (
        <Status tone="warn" icon="clock">
          Sending
        </Status>
      )}
    </div>
  )
}
