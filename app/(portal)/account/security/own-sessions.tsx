import { Card } from '@/components/ui/card'
import { PostForm } from '@/components/ui/post-form'
import { Status } from '@/components/ui/status'
import { SubmitButton } from '@/components/ui/submit-button'
import { UtcTime } from '@/components/utc-time'
import type { OwnSession } from '@/lib/account/queries'
import { endOtherSessionsAction, endSessionAction } from './actions'

/** One form for all: the button that is pressed says which session ends. */
export function OwnSessions({ sessions }: { sessions: OwnSession[] }) {
  return (
    <Card title="Where you're signed in">
      <PostForm action={endSessionAction}>
        <ul className="grid divide-y divide-border">
          {sessions.map((session) => (
            <li
              key={session.id}
              className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5 first:pt-0 last:pb-0"
            >
              <div className="min-w-0 grow">
                <p>
                  {session.browser}
                  <span className="text-text-muted"> from {session.place}</span>
                </p>
                <p className="text-text-muted">
                  Last seen <UtcTime at={session.lastSeenAt} />
                </p>
              </div>
              <SessionEnd session={session} />
            </li>
          ))}
        </ul>
      </PostForm>
      {sessions.length > 1 && (
        <PostForm action={endOtherSessionsAction} className="mt-4 border-t border-border pt-4">
          <SubmitButton look="secondary">End all other sessions</SubmitButton>
        </PostForm>
      )}
    </Card>
  )
}

function SessionEnd({ session }: { session: OwnSession }) {
  if (session.isThisOne) {
    return (
      <Status tone="ok" icon="check">
        This session
      </Status>
    )
  }
  return (
    <SubmitButton
      look="secondary"
      name="sessionId"
      value={session.id}
      aria-label={`End session: ${session.browser} from ${session.place}`}
    >
      End session
    </SubmitButton>
  )
}
