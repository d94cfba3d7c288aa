import { Time } from '@/components/time'
import { Card } from '@/components/ui/card'
import type { OtherCase } from '@/lib/cases/support/person-facts'
import { caseAddress } from '../addresses'
import { CaseStatus } from '../case-status'
import { caseName, reasonWords } from '../sentences'

type OtherCasesProps = { earlier: OtherCase[]; sameNetwork: OtherCase[] }

export function OtherCases({ earlier, sameNetwork }: OtherCasesProps) {
  return (
    <Card title="Other requests">
      <h3 className="font-medium">From this person, within a year</h3>
      <CaseList cases={earlier} none="None" />
      <h3 className="mt-4 border-t border-border pt-4 font-medium">From this network, within 7 days</h3>
      <CaseList cases={sameNetwork} none="None from other people" withPerson />
    </Card>
  )
}

type CaseListProps = { cases: OtherCase[]; none: string; withPerson?: boolean }

function CaseList({ cases, none, withPerson }: CaseListProps) {
  if (cases.length === 0) return <p className="mt-1 text-text-muted">{none}</p>
  return (
    <ul className="mt-2 grid gap-2">
      {cases.map((one) => (
        <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <span>
            {one.kind === 'lost_phone' ? (
              <a href={caseAddress(one.id)} className="text-link">
                {caseName(one)}
              </a>
            ) : (
              caseName(one)
            )}
            <span className="text-text-muted">
              {' '}
              {one.reason ? reasonWords[one.reason] : 'Number changed by an admin'}
              {withPerson && `, ${one.person} (${one.firm})`}, <Time at={one.openedAt} />
            </span>
          </span>
          <CaseStatus state={one.state} />
        </li>
      ))}
    </ul>
  )
}
