import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { PostForm } from '@/components/ui/post-form'
import type { EmployeeDetails } from '@/lib/employees/queries'
import { retryRegistrationAction } from './actions'

type VendorRefusalProps = { employee: EmployeeDetails; back: string }

/** A number that the vendor has refused, or not yet answered about. */
export function VendorRefusal({ employee, back }: VendorRefusalProps) {
  const { id, vendorState, vendorRefusal } = employee
  if (!employee.mobileNumber || vendorState === 'registered' || vendorState === 'none') return null
  const isRefused = vendorState === 'refused'

  return (
    <PostForm action={retryRegistrationAction} className="mt-6">
      <input type="hidden" name="employeeId" value={id} />
      <input type="hidden" name="back" value={back} />
      <Alert
        tone={isRefused ? 'danger' : 'info'}
        title={
          isRefused ? `Authy refused this number: ${vendorRefusal}` : 'Registering this number with Authy'
        }
      >
        <p>
          {isRefused
            ? "Correct the number above, or try again if it's right."
            : 'This takes a few seconds. If nothing changes, try again.'}
        </p>
        <Button type="submit" className="justify-self-start">
          Try again
        </Button>
      </Alert>
    </PostForm>
  )
}
