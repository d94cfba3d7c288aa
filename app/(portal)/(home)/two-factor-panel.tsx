import { Time } from '@/components/time'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Status } from '@/components/ui/status'
import type { Standing } from '@/lib/account/queries'

/** For admins: whether two-factor authentication is on, and how many numbers are missing. */
export function TwoFactorPanel({ firm }: { firm: Standing['firm'] }) {
  const missing = firm.activeWithoutNumber

  return (
    <Card
      title="Two-factor authentication for your firm"
      action={
        firm.requiresSecondFactor ? (
          <Status tone="ok" icon="shield-check">
            On
          </Status>
        ) : (
          <Status tone="neutral" icon="shield">
            Off
          </Status>
        )
      }
    >
      {firm.ruleChangedAt && (
        <p>
          {firm.requiresSecondFactor ? 'On' : 'Off'} since <Time at={firm.ruleChangedAt} />
          {firm.ruleChangedBy && `, by ${firm.ruleChangedBy}`}.
        </p>
      )}
      <p>
        {missing === 0
          ? `All ${firm.activeEmployees} employees have a mobile number.`
          : `${missing} of ${firm.activeEmployees} employees ${missing === 1 ? 'has' : 'have'} no mobile number.`}
      </p>
      <div className="mt-4 flex flex-wrap gap-2">
        {missing > 0 && (
          <ButtonLink href="/admin/employees?show=not-ready" look="primary">
            See who isn't ready
          </ButtonLink>
        )}
        <ButtonLink href="/admin/employees">See all employees</ButtonLink>
      </div>
    </Card>
  )
}
