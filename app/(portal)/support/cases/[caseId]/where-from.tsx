import { Time } from '@/components/time'
import { Card } from '@/components/ui/card'
import { Status } from '@/components/ui/status'
import type { CaseDetails } from '@/lib/cases/support/get-case'
import type { Habit } from '@/lib/cases/support/person-facts'
import { Fact, Facts } from './facts'

type WhereFromProps = { found: CaseDetails; habits: Habit[] }

/** Where the request came from, compared with where this person signs in. */
export function WhereFrom({ found, habits }: WhereFromProps) {
  return (
    <Card title="Location and browser">
      <Facts>
        <Fact label="Place">
          {found.place} <Known isKnown={habits.some(({ place }) => place === found.place)} word="place" />
        </Fact>
        <Fact label="Browser">
          {found.browser}{' '}
          <Known isKnown={habits.some(({ browser }) => browser === found.browser)} word="browser" />
        </Fact>
      </Facts>
      <h3 className="mt-4 border-t border-border pt-4 font-medium">Sign-ins in the 90 days before</h3>
      {habits.length === 0 ? (
        <p className="mt-1 text-text-muted">No sign-ins to compare with.</p>
      ) : (
        <ul className="mt-2 grid gap-1.5">
          {habits.map(({ place, browser, times, lastAt }) => (
            <li key={`${place} ${browser}`} className="flex flex-wrap justify-between gap-x-4">
              <span>
                {browser} <span className="text-text-muted">from {place}</span>
              </span>
              <span className="text-text-muted">
                {times === 1 ? 'once' : `${times} times, last`} <Time at={lastAt} />
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
      Unusual {word}
    </Status>
  )
}
