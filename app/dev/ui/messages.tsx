import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Countdown } from '@/components/ui/countdown'
import { CountdownRing } from '@/components/ui/countdown-ring'
import { Menu } from '@/components/ui/menu'
import { Status } from '@/components/ui/status'
import { TokenInput } from '@/components/ui/token-input'
import { DialogSample } from './dialog-sample'

export function Messages() {
  return (
    <div className="grid gap-4">
      <div className="grid gap-3 md:grid-cols-2">
        <Alert tone="ok" title="Saved changes to Tim Novak." />
        <Alert tone="info">Token sent to the number ending 0123. It's valid for 10 minutes.</Alert>
        <Alert tone="warn" title="1 number is not confirmed">
          Ask Tim Novak to confirm it.
        </Alert>
        <Alert tone="danger" title="Not enabled. 2 employees have no mobile number.">
          <p>
            Add a number for <strong>Tim Novak</strong> and <strong>Thea Brandt</strong>, then choose Yes
            again.
          </p>
        </Alert>
      </div>
      <div className="flex flex-wrap gap-2">
        <Status tone="ok" icon="shield-check">
          Confirmed
        </Status>
        <Status tone="info" icon="smartphone">
          Tested
        </Status>
        <Status tone="warn" icon="shield-exclamation-point">
          Number not confirmed
        </Status>
        <Status tone="danger" icon="phone">
          No number
        </Status>
        <Status tone="neutral" icon="ban">
          Inactive
        </Status>
      </div>
    </div>
  )
}

export function SecondStep() {
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Card title="Push">
        <div className="grid justify-items-center gap-3 text-center">
          <CountdownRing seconds={60} secondsLeft={42}>
            47
          </CountdownRing>
          <p className="text-text-muted">
            Time left <Countdown seconds={42} />
          </p>
        </div>
      </Card>
      <Card title="Token" className="[&>*+*]:mt-4">
        <TokenInput name="token" label="Token or Security Key" />
        <TokenInput
          name="wrongToken"
          label="Second key"
          error="That token is wrong or has expired. You have 3 tries left."
        />
      </Card>
    </div>
  )
}

export function Windows() {
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Menu id="sample-menu" className="button button-secondary" button="More">
        <button type="button" className="menu-item">
          Sign out everywhere
        </button>
        <button type="button" className="menu-item">
          Deactivate
        </button>
      </Menu>
      <DialogSample>
        <div className="grid gap-4">
          <p>The focus stays in this dialog and returns to the button when it closes.</p>
          <Button look="primary">Save Changes</Button>
        </div>
      </DialogSample>
    </div>
  )
}
