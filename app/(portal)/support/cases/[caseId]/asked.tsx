import { Card } from '@/components/ui/card'
import { UtcTime } from '@/components/utc-time'
import type { CaseDetails } from '@/lib/cases/support/get-case'
import { formatMobileNumber, maskMobileNumber } from '@/lib/contact/mobile-number'
import type { OldNumberWorks } from '@/prisma/client/enums'
import { caseAddress } from '../addresses'
import { reasonWords } from '../words'
import { Fact, Facts } from './facts'

type AskedProps = { found: CaseDetails; isRevealed: boolean }

/** What the person typed, word for word and as plain text: it proves nothing. */
export function Asked({ found, isRevealed }: AskedProps) {
  return (
    <Card title="What was asked">
      <Facts>
        <Fact label="Asked on">
          <UtcTime at={found.openedAt} />
        </Fact>
        <Fact label="What happened">{reasonWords[found.reason]}</Fact>
        <Fact label="Old number still works">
          {found.oldNumberWorks ? oldNumberWords[found.oldNumberWorks] : 'not said'}
        </Fact>
        <Fact label="Number in use then">
          {found.oldNumber ? maskMobileNumber(found.oldNumber) : 'none on file'}
        </Fact>
        <Fact label="Requested number">
          <RequestedNumber found={found} isRevealed={isRevealed} />
        </Fact>
        <Fact label="Best time to call">
          {found.bestTime || <span className="text-text-muted">not said</span>}
        </Fact>
        <Fact label="In own words">
          {found.words ? (
            <p className="whitespace-pre-line">{found.words}</p>
          ) : (
            <span className="text-text-muted">nothing</span>
          )}
        </Fact>
      </Facts>
    </Card>
  )
}

/** Masked, and shown on demand, as on Manage Employees. */
function RequestedNumber({ found, isRevealed }: AskedProps) {
  if (!found.requestedNumber) return 'the same number'
  if (isRevealed) return formatMobileNumber(found.requestedNumber)
  return (
    <>
      {maskMobileNumber(found.requestedNumber)}{' '}
      <a href={`${caseAddress(found.id)}?reveal=number`} className="text-link">
        Show<span className="sr-only"> the requested number</span>
      </a>
      <span className="block text-text-muted">Never call it to check who is asking.</span>
    </>
  )
}

const oldNumberWords: Record<OldNumberWorks, string> = { yes: 'Yes', no: 'No', unsure: 'Not sure' }
