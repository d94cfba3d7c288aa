import { Card } from '@/components/ui/card'
import { Status } from '@/components/ui/status'
import { UtcTime } from '@/components/utc-time'
import type { CaseDetails } from '@/lib/cases/support/get-case'
import type { Habit } from '@/lib/cases/support/person-facts'
import { Fact, Facts } from './facts'

type WhereFromProps = { found: CaseDetails; habits: Habit[] }

/** From where it was asked, against from where this person signs in. */
export function WhereFrom({ found, habits }: WhereFromProps) {
  return (
    <Card title="From where">
      <Facts>
        <Fact label="Place">
          {found.place} <Known isKnown={habits.some(({ place }) => place === found.place)} word="place" />
        </Fact>
        <Fact label="Browser">
          {found.browser}{' '}
          <Known isKnown={habits.some(({ browser }) => browser === found.browser)} word="kind of browser" />
        </Fact>
      </Facts>
      <h3 className="mt-4 border-t border-border pt-4 font-medium">Sign-ins of the 90 days before</h3>
      {habits.length === 0 ? (
        <p className="mt-1 text-text-muted">None: there is nothing to compare with.</p>
      ) : (
        <ul className="mt-2 grid gap-1.5">
          {habits.map(({ place, browser, times, lastAt }) => (
            <li key={`${place} ${browser}`} className="flex flex-wrap justify-between gap-x-4">
              <span>
                {browser} <span className="text-text-muted">from {place}</span>
              </span>
              <span className="text-text-muted">
                {times === 1 ? 'once' : `${times} times, last`} <UtcTime at={lastAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function Known({ isKnown, word }: { isKnown: boolean; word: string }) {
  return isKnown ? (
    <Status tone="ok" icon="check">
      Usual {word}
    </Status>
  ) : (
    <Status tone="warn" icon="triangle-exclamation-point">
      Not a usual {word}
    </Status>
  )
}
