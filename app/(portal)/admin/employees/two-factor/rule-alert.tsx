import { Alert } from '@/components/ui/alert'
import type { FirmPanel } from '@/lib/firms/queries'

/** The result of the last answer, while it is still true. */
export function RuleAlert({
  firm,
  rule,
}: {
  firm: FirmPanel
  rule: 'on' | 'off' | 'numbers-missing' | undefined
}) {
  const isOn = firm.requiresSecondFactor
  if (rule === 'on' && isOn) {
    return (
      <Alert tone="ok" role="status" title="Two-factor authentication is on">
        <p>We've emailed all admins. Everyone will be asked for a second step on their next click.</p>
      </Alert>
    )
  }
  if (rule === 'off' && !isOn) {
    return (
      <Alert tone="info" role="status" title="Two-factor authentication is off">
        <p>People can sign in with just a password. We've emailed all admins.</p>
      </Alert>
    )
  }
  if (rule === 'numbers-missing' && !isOn && firm.activeWithoutNumber === 0) {
    return (
      <Alert tone="ok" role="status" title="Everyone is ready">
        <p>You can now choose Yes.</p>
      </Alert>
    )
  }
  return null
}
