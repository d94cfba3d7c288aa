import { Time } from '@/components/time'
import { Alert } from '@/components/ui/alert'
import { PostForm } from '@/components/ui/post-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { formatMobileNumber } from '@/lib/contact/mobile-number'
import type { EmployeeDetails } from '@/lib/employees/queries'
import { cancelNumberChangeAction } from './recovery-actions'

type PendingNumberProps = { employee: EmployeeDetails; back: string }

/** A pending number change: it waits for the person's proof, or a day. */
export function PendingNumber({ employee, back }: PendingNumberProps) {
  const [held] = employee.cases
  if (!held?.requestedNumber || !held.waitsUntil) return null

  return (
    <PostForm action={cancelNumberChangeAction} className="mt-6">
      <input type="hidden" name="employeeId" value={employee.id} />
      <input type="hidden" name="back" value={back} />
      <Alert tone="info" title={`Pending number change: ${formatMobileNumber(held.requestedNumber)}`}>
        <p>
          It takes effect when {employee.name} confirms it with the emailed link, or on{' '}
          <Time at={held.waitsUntil} />. Until then the old number works.
        </p>
        <SubmitButton look="secondary" className="justify-self-start">
          Cancel number change
        </SubmitButton>
      </Alert>
    </PostForm>
  )
}
