import { Alert } from '@/components/ui/alert'
import { PostForm } from '@/components/ui/post-form'
import { SubmitButton } from '@/components/ui/submit-button'
import type { EmployeeDetails } from '@/lib/employees/queries'
import { cancelEmailChangeAction } from './email-actions'

/** A new address that the person has not confirmed yet. */
export function PendingEmail({ employee }: { employee: EmployeeDetails }) {
  if (!employee.pendingEmail) return null

  return (
    <PostForm action={cancelEmailChangeAction}>
      <input type="hidden" name="employeeId" value={employee.id} />
      <Alert tone="info" title="Pending change of email address">
        <p>
          {employee.name} confirms <span className="break-all">{employee.pendingEmail}</span> with the link we
          emailed to it. Until then the old address works.
        </p>
        <SubmitButton look="secondary" className="justify-self-start">
          Cancel email change
        </SubmitButton>
      </Alert>
    </PostForm>
  )
}
