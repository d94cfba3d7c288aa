import { Time } from '@/components/time'
import type { Tone } from '@/components/ui/alert'
import type { IconName } from '@/components/ui/icon'
import { Status } from '@/components/ui/status'
import { dueIn, spanWords, type Urgency } from '@/lib/cases/support/due-rules'

type DueStatusProps = { about: { dueAt: Date; pausedAt: Date | null }; now: Date }

/** How soon the decision is due, by icon, words and color, and when. A paused clock has no such time. */
export function DueStatus({ about, now }: DueStatusProps) {
  const { urgency, minutes } = dueIn(about, now)
  const { tone, icon, words } = looks[urgency]

  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-0.5 sm:[td_&]:grid sm:[td_&]:justify-items-start">
      <Status tone={tone} icon={icon}>
        {words(spanWords(minutes))}
      </Status>
      {urgency !== 'paused' && (
        <small className="text-xs text-text-muted">
          <Time at={about.dueAt} />
        </small>
      )}
    </span>
  )
}

type Look = { tone: Tone | 'neutral'; icon: IconName; words: (span: string) => string }

const looks: Record<Urgency, Look> = {
  'on-time': { tone: 'neutral', icon: 'clock', words: (span) => `Due in ${span}` },
  soon: { tone: 'warn', icon: 'clock-exclamation-point', words: (span) => `Due soon: ${span} left` },
  urgent: { tone: 'danger', icon: 'triangle-exclamation-point', words: (span) => `Urgent: ${span} left` },
  overdue: { tone: 'danger', icon: 'circle-exclamation-point', words: (span) => `Overdue by ${span}` },
  paused: { tone: 'neutral', icon: 'pause', words: (span) => `Paused, ${span} left` },
}
