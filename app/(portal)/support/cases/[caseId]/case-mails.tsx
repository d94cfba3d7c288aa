import { Card } from '@/components/ui/card'
import { Status } from '@/components/ui/status'
import { UtcTime } from '@/components/utc-time'
import type { NoticeRow } from '@/lib/cases/support/get-case'
import { actSentence } from '../words'

/** Whom the portal has told, and whether the message went out. */
export function Notices({ notices }: { notices: NoticeRow[] }) {
  return (
    <Card title="Notices">
      {notices.length === 0 && <p className="text-text-muted">Nobody was told of anything.</p>}
      <ul className="grid divide-y divide-border">
        {notices.map((notice) => (
          <li
            key={notice.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2 first:pt-0 last:pb-0"
          >
            <div>
              <p>
                {notice.channel === 'text' ? 'Text to the old number' : `Mail to ${notice.name}`}
                {notice.channel === 'mail' && !notice.isPerson && (
                  <span className="text-text-muted"> (admin)</span>
                )}
              </p>
              <p className="text-text-muted">{actSentence(notice.act)}</p>
            </div>
            <Delivery notice={notice} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Delivery({ notice: { sentAt, refusedAt, createdAt } }: { notice: NoticeRow }) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="text-text-muted">
        <UtcTime at={sentAt ?? refusedAt ?? createdAt} />
      </span>
      {sentAt ? (
        <Status tone="ok" icon="check">
          Sent
        </Status>
      ) : refusedAt ? (
        <Status tone="danger" icon="circle-exclamation-point">
          Refused
        </Status>
      ) : (
        <Status tone="warn" icon="clock">
          Waiting
        </Status>
      )}
    </div>
  )
}
