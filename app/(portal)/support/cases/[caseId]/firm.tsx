import { Card } from '@/components/ui/card'
import type { CaseDetails } from '@/lib/cases/support/get-case'
import { formatMobileNumber } from '@/lib/contact/mobile-number'
import { Fact, Facts } from './facts'

type FirmProps = { found: CaseDetails; admins: string[]; canCallBack: boolean }

export function Firm({ found, admins, canCallBack }: FirmProps) {
  const { firm } = found.employee

  return (
    <Card title="The firm">
      <Facts>
        <Fact label="Name">{firm.name}</Fact>
        <Fact label="Main line">
          {firm.mainLine ? formatMobileNumber(firm.mainLine) : 'none on file'}
          {firm.mainLine && !canCallBack && (
            <span className="block text-text-muted">
              Not to be used: it is the lost or the requested number.
            </span>
          )}
        </Fact>
        <Fact label="Other admins">
          {admins.length > 0 ? admins.join(', ') : 'None: nobody of the firm can confirm it as an admin'}
        </Fact>
        <Fact label="Second step">{firm.requiresSecondFactor ? 'Always asked' : 'Not asked yet'}</Fact>
      </Facts>
    </Card>
  )
}
