import { Card } from '@/components/ui/card'
import type { CaseDetails } from '@/lib/cases/support/get-case'
import { formatMobileNumber } from '@/lib/contact/mobile-number'
import { Fact, Facts } from './facts'

type FirmProps = { found: CaseDetails; admins: string[]; canCallBack: boolean }

export function Firm({ found, admins, canCallBack }: FirmProps) {
  const { firm } = found.employee

  return (
    <Card title="Firm">
      <Facts>
        <Fact label="Name">{firm.name}</Fact>
        <Fact label="Main line">
          {firm.mainLine ? formatMobileNumber(firm.mainLine) : 'None on file'}
          {firm.mainLine && !canCallBack && (
            <span className="block text-text-muted">
              Don't call it: it's the lost or the requested number.
            </span>
          )}
        </Fact>
        <Fact label="Other admins">
          {admins.length > 0 ? admins.join(', ') : 'None, so no admin can confirm the request'}
        </Fact>
        <Fact label="Two-factor authentication">{firm.requiresSecondFactor ? 'On' : 'Off'}</Fact>
      </Facts>
    </Card>
  )
}
