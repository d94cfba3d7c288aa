import { Time } from '@/components/time'
import { Card } from '@/components/ui/card'
import type { CaseDetails } from '@/lib/cases/support/get-case'
import { formatMobileNumber, maskMobileNumber } from '@/lib/contact/mobile-number'
import type { OldNumberWorks } from '@/prisma/client/enums'
import { caseAddress } from '../addresses'
import { reasonWords } from '../sentences'
import { Fact, Facts } from './facts'

type AskedProps = { found: CaseDetails; isRevealed: boolean }

/** The person's own answers, as plain text: they prove nothing. */
export function Asked({ found, isRevealed }: AskedProps) {
  return (
    <Card title="Request details">
      <Facts>
        <Fact label="Submitted">
          <Time at={found.openedAt} />
        </Fact>
        <Fact label="What happened">{reasonWords[found.reason]}</Fact>
        <Fact label="Old number still works">
          {found.oldNumberWorks ? oldNumberWords[found.oldNumberWorks] : 'Not answered'}
        </Fact>
        <Fact label="Number at submission">
          {found.oldNumber ? maskMobileNumber(found.oldNumber) : 'None on file'}
        </Fact>
        <Fact label="Requested number">
          <RequestedNumber found={found} isRevealed={isRevealed} />
        </Fact>
        <Fact label="Best time to call">
          {found.bestTime || <span className="text-text-muted">Not answered</span>}
        </Fact>
        <Fact label="Comment">
          {found.words ? (
            <p className="whitespace-pre-line">{found.words}</p>
          ) : (
            <span className="text-text-muted">None</span>
          )}
        </Fact>
      </Facts>
    </Card>
  )
}

/** Masked, and shown on demand, as on Manage Employees. */
function RequestedNumber({ found, isRevealed }: AskedProps) {
  if (!found.requestedNumber) return 'Same number'
  if (isRevealed) return formatMobileNumber(found.requestedNumber)
  return (
    <>
      {maskMobileNumber(found.requestedNumber)}{' '}
      <a href={`${caseAddress(found.id)}?reveal=number`} className="text-link">
        Show<span className="sr-only"> the requested number</span>
      </a>
      <span className="block text-text-muted">Don't call it to verify the person.</span>
    </>
  )
}

const oldNumberWords: Record<OldNumberWorks, string> = { yes: 'Yes', no: 'No', unsure: 'Not sure' }
