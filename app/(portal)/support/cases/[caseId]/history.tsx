import { Time } from '@/components/time'
import { Card } from '@/components/ui/card'
import { readDeclineReason } from '@/lib/cases/decline-reasons'
import type { CaseDetails } from '@/lib/cases/support/get-case'
import { actSentence } from '../sentences'

type CaseEvent = CaseDetails['events'][number]

/** Every step, newest first; it can only grow. */
export function History({ events }: { events: CaseEvent[] }) {
  return (
    <Card title="History">
      <ol className="grid gap-4">
        {events.map((event) => (
          <li key={event.id} className="border-l-2 border-border pl-4">
            <p>
              <span className="font-medium">{actSentence(event.act)}</span>
              <span className="text-text-muted"> by {event.actorName}</span>
            </p>
            <p className="text-text-muted">
              <Time at={event.at} seconds />
            </p>
            {event.note && <p className="mt-1 whitespace-pre-line">{noteOf(event)}</p>}
          </li>
        ))}
      </ol>
    </Card>
  )
}

/** Of a declined request the reason's label, and what was noted for colleagues. */
function noteOf({ act, note }: CaseEvent): string {
  const reason = act === 'declined' ? readDeclineReason(note) : null
  return reason ? reason.label + note.slice(reason.key.length) : note
}
