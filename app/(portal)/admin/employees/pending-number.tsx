import { Alert } from '@/components/ui/alert'
import { SubmitButton } from '@/components/ui/submit-button'
import { UtcTime } from '@/components/utc-time'
import { formatMobileNumber } from '@/lib/contact/mobile-number'
import type { EmployeeDetails } from '@/lib/employees/queries'
import { cancelNumberChangeAction } from './recovery-actions'

type PendingNumberProps = { employee: EmployeeDetails; back: string }

/** A new number that waits until the person has proven it, or a day. */
export function PendingNumber({ employee, back }: PendingNumberProps) {
  const [held] = employee.cases
  if (!held?.requestedNumber || !held.waitsUntil) return null

  return (
    <form action={cancelNumberChangeAction} className="mt-6">
      <input type="hidden" name="employeeId" value={employee.id} />
      <input type="hidden" name="back" value={back} />
      <Alert tone="info" title={`New number waiting: ${formatMobileNumber(held.requestedNumber)}`}>
        <p>
          It starts to work once {employee.name} confirms it with the link in the mail, at the latest{' '}
          <UtcTime at={held.waitsUntil} />. Until then the old number works.
        </p>
        <SubmitButton look="secondary" className="justify-self-start">
          Cancel this change
        </SubmitButton>
      </Alert>
    </form>
  )
}
