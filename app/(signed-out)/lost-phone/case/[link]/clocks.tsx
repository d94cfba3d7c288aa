import type { ReactNode } from 'react'
import { UtcTime } from '@/components/utc-time'
import type { CasePage } from '@/lib/cases/person/get-case-page'
import { TimeLeft } from '../../time-left'
import { clockTime, timeLeft } from '../../time-words'

/** Until when support answers, and until when the protective wait lasts. */
export function Clocks({ page }: { page: CasePage }) {
  const { answerDue, wait, isPaused, now } = page
  if (!answerDue && !wait) return null
  const asOf = clockTime(now)

  return (
    <dl className="grid gap-4">
      {answerDue && (
        <Clock name={answerDue.secondsLeft > 0 ? 'We answer by' : 'We promised an answer by'}>
          {isPaused ? (
            <p>
              <strong>The clock stands still</strong> with {timeLeft(answerDue.secondsLeft)} left, because
              support waits for your answer.
            </p>
          ) : answerDue.secondsLeft <= 0 ? (
            <>
              <p>
                <UtcTime at={answerDue.at} />
              </p>
              <p className="font-medium text-danger-fg">
                We are late{answerDue.isNotified ? '; a supervisor was told' : ''}. Your request comes first
                now.
              </p>
            </>
          ) : (
            <Until at={answerDue.at} seconds={answerDue.secondsLeft} asOf={asOf} />
          )}
        </Clock>
      )}
      <Clock name="Protective wait ends">
        {!wait ? (
          <p>
            {isPaused ? 'It stands still too. ' : ''}It begins with an approval and lasts one day, or two for
            admins. Both clocks together run for at most 72 hours.
          </p>
        ) : wait.secondsLeft <= 0 ? (
          <p>Any minute now. It ends once everybody has been told.</p>
        ) : (
          <Until at={wait.until} seconds={wait.secondsLeft} asOf={asOf} />
        )}
      </Clock>
    </dl>
  )
}

function Clock({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Until({ at, seconds, asOf }: { at: Date; seconds: number; asOf: string }) {
  return (
    <p>
      <UtcTime at={at} />
      <br />
      <TimeLeft seconds={seconds} asOf={asOf} />
    </p>
  )
}
