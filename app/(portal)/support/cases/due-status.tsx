import type { Tone } from '@/components/ui/alert'
import type { IconName } from '@/components/ui/icon'
import { Status } from '@/components/ui/status'
import { utcMinute } from '@/components/utc-time'
import { dueIn, spanWords, type Urgency } from '@/lib/cases/support/due-rules'

type DueStatusProps = { about: { dueAt: Date; pausedAt: Date | null }; now: Date }

/** How soon the decision is due: icon, words and color; the date on hover. */
export function DueStatus({ about, now }: DueStatusProps) {
  const { urgency, minutes } = dueIn(about, now)
  const { tone, icon, words } = looks[urgency]

  return (
    <time dateTime={about.dueAt.toISOString()} title={`Due ${utcMinute(about.dueAt)}`}>
      <Status tone={tone} icon={icon}>
        {words(spanWords(minutes))}
      </Status>
    </time>
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
