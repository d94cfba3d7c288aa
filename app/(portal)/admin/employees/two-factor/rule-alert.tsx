import { Notice } from '@/components/ui/alert'
import type { ListView } from '@/lib/employees/schema'
import type { FirmPanel } from '@/lib/firms/queries'

/** What the last answer led to, as far as it is still true. */
export function RuleNews({ firm, rule }: { firm: FirmPanel; rule: ListView['rule'] }) {
  const isOn = firm.requiresSecondFactor
  if (rule === 'on' && isOn) {
    return (
      <Notice tone="ok" role="status" title="Two-factor authentication is on">
        <p>
          All admins are told by e-mail. Everyone is asked for a second step at their next step in the portal.
        </p>
      </Notice>
    )
  }
  if (rule === 'off' && !isOn) {
    return (
      <Notice tone="info" role="status" title="Two-factor authentication is off">
        <p>A password alone opens the portal. All admins are told by e-mail.</p>
      </Notice>
    )
  }
  if (rule === 'confirmed-yes' && !isOn) {
    return (
      <Notice tone="ok" role="status" title="Your own second step works">
        <p>Now answer Yes.</p>
      </Notice>
    )
  }
  if (rule === 'confirmed-no' && isOn) {
    return (
      <Notice tone="info" role="status" title="You have confirmed that it is you">
        <p>Answer No to turn two-factor authentication off.</p>
      </Notice>
    )
  }
  if (rule === 'own-second-step-missing' && !isOn) {
    return (
      <Notice tone="danger" role="alert" title="Not enabled. First use your own second step">
        <p>It takes a minute and keeps you from locking yourself out. Answer Yes again to begin.</p>
      </Notice>
    )
  }
  if (rule === 'numbers-missing' && !isOn && firm.activeWithoutNumber === 0) {
    return (
      <Notice tone="ok" role="status" title="Everyone is ready">
        <p>Now answer Yes.</p>
      </Notice>
    )
  }
  return null
}
