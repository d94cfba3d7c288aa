import type { ReactNode } from 'react'
import { Time } from '@/components/time'
import type { CasePage } from '@/lib/cases/person/get-case-page'
import { TimeLeft } from '../../time-left'
import { timeLeft } from './sentences'

/** When support answers, and when the security hold ends. */
export function Clocks({ page }: { page: CasePage }) {
  const { answerDue, wait, isPaused, now } = page
  if (!answerDue && !wait) return null

  return (
    <dl className="grid gap-4">
      {answerDue && (
        <Clock name={answerDue.secondsLeft > 0 ? "We'll answer by" : 'We promised to answer by'}>
          {isPaused ? (
            <p>
              <strong>Paused</strong> with {timeLeft(answerDue.secondsLeft)} left, while support waits for
              your answer.
            </p>
          ) : answerDue.secondsLeft <= 0 ? (
            <>
              <p>
                <Time at={answerDue.at} />
              </p>
              <p className="font-medium text-danger-fg">
                We're sorry, our answer is late{answerDue.isNotified ? ', and a supervisor was notified' : ''}
                . Your request now comes first.
              </p>
            </>
          ) : (
            <Until at={answerDue.at} seconds={answerDue.secondsLeft} asOf={now} />
          )}
        </Clock>
      )}
      <Clock name="Security hold ends">
        {!wait ? (
          <p>
            The hold starts after approval and lasts 24 hours, or 48 for admins. The whole process takes up to
            72 hours{isPaused ? ', not counting this pause' : ''}.
          </p>
        ) : wait.secondsLeft <= 0 ? (
          <p>Any minute now. The hold ends when everyone has been notified.</p>
        ) : (
          <Until at={wait.until} seconds={wait.secondsLeft} asOf={now} />
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

function Until({ at, seconds, asOf }: { at: Date; seconds: number; asOf: Date }) {
  return (
    <p>
      <Time at={at} />
      <br />
      <TimeLeft seconds={seconds} asOf={asOf} />
    </p>
  )
}
