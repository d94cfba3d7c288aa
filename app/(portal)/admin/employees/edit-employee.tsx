import { notFound } from 'next/navigation'
import type { Actor } from '@/lib/access/policy'
import { type EmployeeDetails, getEmployee } from '@/lib/employees/queries'
import { employeeId, listQuery } from '@/lib/employees/schema'
import { getFirm } from '@/lib/firms/queries'
import { listAddress, readBack } from './addresses'
import { ChangeEmail } from './change-email'
import { EmployeeForm } from './employee-form'
import { InviteAgain } from './invite-again'
import { answerStored } from './number-answer'
import { PendingEmail } from './pending-email'
import { PendingNumber } from './pending-number'
import { Readiness } from './readiness'
import { Recovery } from './recovery'
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
          number: typedNumber ? answerStored(typedNumber) : undefined,
          active: employee.active,
        }}
        numberRequired={firm.requiresSecondFactor}
        heldBy={isPending(employee, isSelf) ? employee.name : undefined}
        back={listQuery(view)}
        listAddress={listAddress(view)}
      />
      {employee.active && <Readiness employee={employee} isSelf={isSelf} />}
      <VendorRefusal employee={employee} back={listQuery(view)} />
      {!isSelf && <PendingNumber employee={employee} back={listQuery(view)} />}
      {employee.active && (
        <section aria-labelledby="email-address" className="mt-6 grid gap-3 border-t border-border pt-5">
          <h2 id="email-address" className="text-base">
            Email address
          </h2>
          <PendingEmail employee={employee} />
          <ChangeEmail employeeId={employee.id} name={employee.name} hasSignedIn={hasSignedIn(employee)} />
        </section>
      )}
      {!isSelf && employee.active && !employee.credential && <InviteAgain employeeId={employee.id} />}
      {!isSelf && employee.active && (
        <Recovery person={employee} hasSecondFactor={firm.requiresSecondFactor} />
      )}
    </>
  )
}

function hasSignedIn({ lastSignInAt, enrolledAt, numberProvenAt }: EmployeeDetails): boolean {
  return lastSignInAt !== null || enrolledAt !== null || numberProvenAt !== null
}

/** Whether a new number would have to wait for this person. */
function isPending(employee: EmployeeDetails, isSelf: boolean): boolean {
  return !isSelf && employee.active && employee.numberProvenAt !== null
}
