import { notFound } from 'next/navigation'
import type { Actor } from '@/lib/access/policy'
import { getEmployee } from '@/lib/employees/queries'
import { employeeId, listQuery } from '@/lib/employees/schema'
import { getFirm } from '@/lib/firms/queries'
import { hasFreshProof } from '@/lib/session/sessions'
import { editAddress, listAddress, readBack } from './addresses'
import { EmployeeForm } from './employee-form'
import { answerNumber } from './number-answer'
import { PersonActions } from './person-actions'
import { VendorRefusal } from './vendor-refusal'

type EditEmployeeProps = { actor: Actor; id: string; back: unknown }

/** What the Edit Employee window and the Edit Employee page both show. */
export async function EditEmployee({ actor, id, back }: EditEmployeeProps) {
  const known = employeeId.safeParse(id)
  if (!known.success) notFound()
  const [employee, firm] = await Promise.all([getEmployee(actor, known.data), getFirm(actor)])
  if (!employee) notFound()

  const view = readBack(back)
  const typedNumber = employee.mobileNumber?.slice(1) ?? ''
  const proof = {
    address: `/confirm?next=${encodeURIComponent(editAddress(employee.id, view))}`,
    isNeeded:
      firm.requiresSecondFactor && employee.mobileNumber !== null && !hasFreshProof(actor, new Date()),
  }
  const isSelf = employee.id === actor.employeeId

  return (
    <>
      <EmployeeForm
        employee={{
          id: employee.id,
          version: employee.version,
          name: employee.name,
          email: employee.email,
          role: employee.role,
          typedNumber,
          number: typedNumber ? answerNumber(typedNumber, firm.defaultCountry) : undefined,
          active: employee.active,
        }}
        numberRequired={firm.requiresSecondFactor}
        proof={proof}
        back={listQuery(view)}
        listAddress={listAddress(view)}
      />
      <VendorRefusal employee={employee} back={listQuery(view)} />
      {!isSelf && (
        <PersonActions employeeId={employee.id} isInvited={employee.active && !employee.credential} />
      )}
    </>
  )
}
