import { Alert } from '@/components/ui/alert'
import type { ListView } from '@/lib/employees/schema'
import type { FirmPanel } from '@/lib/firms/queries'

/** What the last answer led to, as far as it is still true. */
export function RuleAlert({ firm, rule }: { firm: FirmPanel; rule: ListView['rule'] }) {
  const isOn = firm.requiresSecondFactor
  if (rule === 'on' && isOn) {
    return (
      <Alert tone="ok" role="status" title="Two-factor authentication is on">
        <p>
          All admins are told by e-mail. Everyone is asked for a second step at their next step in the portal.
        </p>
      </Alert>
    )
  }
  if (rule === 'off' && !isOn) {
    return (
      <Alert tone="info" role="status" title="Two-factor authentication is off">
        <p>A password alone opens the portal. All admins are told by e-mail.</p>
      </Alert>
    )
  }
  if (rule === 'confirmed-yes' && !isOn) {
    return (
      <Alert tone="ok" role="status" title="Your own second step works">
        <p>Now answer Yes.</p>
      </Alert>
    )
  }
  if (rule === 'confirmed-no' && isOn) {
    return (
      <Alert tone="info" role="status" title="You have confirmed that it is you">
        <p>Answer No to turn two-factor authentication off.</p>
      </Alert>
    )
  }
  if (rule === 'own-second-factor-missing' && !isOn) {
    return (
      <Alert tone="danger" role="alert" title="Not enabled. First use your own second step">
        <p>It takes a minute and keeps you from locking yourself out. Answer Yes again to begin.</p>
      </Alert>
    )
  }
  if (rule === 'numbers-missing' && !isOn && firm.activeWithoutNumber === 0) {
    return (
      <Alert tone="ok" role="status" title="Everyone is ready">
        <p>Now answer Yes.</p>
      </Alert>
    )
  }
  return null
}
