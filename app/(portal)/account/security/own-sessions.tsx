import { Time } from '@/components/time'
import { Card } from '@/components/ui/card'
import { PostForm } from '@/components/ui/post-form'
import { Status } from '@/components/ui/status'
import { SubmitButton } from '@/components/ui/submit-button'
import type { OwnSession } from '@/lib/account/queries'
import { endOtherSessionsAction, endSessionAction } from './actions'
import { BrowserRow } from './browser-row'

/** One form for all: the button that is pressed says which session ends. */
export function OwnSessions({ sessions }: { sessions: OwnSession[] }) {
  return (
    <Card title="Where you're signed in">
      <PostForm action={endSessionAction}>
        <ul className="grid divide-y divide-border">
          {sessions.map((session) => (
            <BrowserRow
              key={session.id}
              at={session}
              about={
                <>
                  Last seen <Time at={session.lastSeenAt} />
                </>
              }
              end={<SessionEnd session={session} />}
            />
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
