import { record } from '@/lib/audit/record'
import { db, type Tx } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Enrolment, SecondFactorProvider } from '@/lib/providers/second-factor'

/**
 * The job behind each new number: makes the person known to the vendor, outside any transaction, then writes the answer
 * if the number is still the same. Harmless to repeat. It throws while the vendor has no answer, so that it is tried again.
 */
export async function enrolEmployee(provider: SecondFactorProvider, employeeId: string): Promise<void> {
  const employee = await db.employee.findUnique({
    where: { id: employeeId },
    select: { id: true, firmId: true, name: true, email: true, mobileNumber: true, vendorState: true },
  })
  if (!employee?.mobileNumber || employee.vendorState !== 'waiting') return

  const { email, mobileNumber } = employee
  const enrolment = await provider.enrol({ email, mobileNumber })
  if (!enrolment.ok && enrolment.failure !== 'invalid') {
    throw new Error(`The vendor has not registered employee ${employeeId}: ${enrolment.failure}`)
  }
  await db.$transaction((tx) => writeAnswer(tx, { ...employee, mobileNumber }, enrolment))
}

type Asked = { id: string; firmId: string; name: string; mobileNumber: string }

async function writeAnswer(tx: Tx, employee: Asked, enrolment: Enrolment) {
  const { count } = await tx.employee.updateMany({
    where: { id: employee.id, mobileNumber: employee.mobileNumber, vendorState: 'waiting' },
    data: enrolment.ok
      ? { vendorUserId: enrolment.vendorUserId, vendorState: 'enrolled', vendorRefusal: null }
      : { vendorUserId: null, vendorState: 'refused', vendorRefusal: enrolment.reason },
  })
  if (count === 0) {
    // The number was changed meanwhile, so what was just registered may belong to nobody.
    if (enrolment.ok) await enqueue(tx, 'remove-vendor-user', { vendorUserId: enrolment.vendorUserId })
    return
  }
  const portal = { firmId: employee.firmId, employeeId: null, name: 'Portal' }
  const target = { id: employee.id, name: employee.name }
  if (enrolment.ok) await record(tx, portal, 'employee.enrolled', target)
  else await record(tx, portal, 'employee.enrolment-refused', target, { reason: enrolment.reason })
}
