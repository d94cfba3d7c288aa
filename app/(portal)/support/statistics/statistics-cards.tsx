import { Card } from '@/components/ui/card'
import { hoursWords } from '@/lib/cases/support/due-rules'
import { type CaseNumbers, shareWithoutReset } from '@/lib/cases/support/statistics'

export function CaseNumberCards({ numbers }: { numbers: CaseNumbers }) {
  const { opened, open, late, answered, medianMinutes, worstMinutes } = numbers
  const share = shareWithoutReset(numbers)

  return (
    <div className="grid gap-6 md:grid-cols-2 xl:grid-cols-4">
      <Card title="Opened">
        <Figure>{count(opened)}</Figure>
        <Facts
          facts={[
            ['Lost', count(numbers.lost)],
            ['Stolen', count(numbers.stolen)],
            ['Broken', count(numbers.broken)],
            ['New number', count(numbers.new_number)],
          ]}
        />
      </Card>
      <Card title="Time to decision">
        <Figure about={medianMinutes === null ? undefined : 'median'}>
          {medianMinutes === null ? 'None yet' : hoursWords(medianMinutes)}
        </Figure>
        <Facts
          facts={[
            ['Longest', worstMinutes === null ? 'None yet' : hoursWords(worstMinutes)],
            ['Decided', count(answered)],
          ]}
        />
      </Card>
      <Card title="Still open">
        <Figure>{count(open)}</Figure>
        <Facts facts={[['Overdue', count(late)]]} />
      </Card>
      <Card title="No reset needed">
        <Figure about={share === null ? undefined : 'of closed requests'}>{shareWords(share)}</Figure>
        <Facts
          facts={[
            ['Phone found', count(numbers.found)],
            ['New phone set up', count(numbers.done)],
            ['Withdrawn', count(numbers.withdrawn)],
            ['Declined', count(numbers.declined)],
            ['Canceled', count(numbers.stopped)],
            ['Total closed', count(opened - open)],
          ]}
        />
      </Card>
    </div>
  )
}

function Figure({ about, children }: { about?: string; children: string }) {
  return (
    <p>
      <span className="text-2xl font-semibold tracking-tight tabular-nums">{children}</span>
      {about && <span className="text-text-muted"> {about}</span>}
    </p>
  )
}

function Facts({ facts }: { facts: Array<[term: string, value: string]> }) {
  return (
    <dl className="mt-4 grid grid-cols-[1fr_auto] gap-x-4 gap-y-1.5 border-t border-border pt-4">
      {facts.map(([term, value]) => (
        <div key={term} className="contents">
          <dt className="text-text-muted">{term}</dt>
          <dd className="text-end tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function count(number: number): string {
  return number.toLocaleString('en')
}

function shareWords(share: number | null): string {
  return share === null ? 'None closed yet' : `${Math.round(share * 100)}%`
}
