import { record } from '@/lib/audit/record'
import { db, type Tx } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Registration, SecondFactorProvider } from '@/lib/providers/second-factor'
import { canMigrateToVerify } from './vendor-of-number'

/** Calls the vendor outside any transaction; writes the answer only if the number is still the same. */
export async function registerAtVendor(
  provider: SecondFactorProvider,
  employeeId: string,
): Promise<Registration | null> {
  const employee = await db.employee.findUnique({
    where: { id: employeeId },
    select: {
      id: true,
      firmId: true,
      name: true,
      email: true,
      mobileNumber: true,
      vendor: true,
      vendorUserId: true,
      vendorState: true,
    },
  })
  if (!employee?.mobileNumber || employee.vendorState !== 'waiting') return null

  const { email, mobileNumber } = employee
  if (employee.vendor === 'verify' && !employee.vendorUserId && canMigrateToVerify(mobileNumber)) {
    await db.employee.updateMany({
      where: { id: employeeId, mobileNumber, vendor: 'verify', vendorUserId: null, vendorState: 'waiting' },
      data: { vendorState: 'none', vendorRefusal: null },
    })
    return null
  }
  const registration = await provider.register({ email, mobileNumber })
  if (isFinal(registration))
    await db.$transaction((tx) => writeAnswer(tx, { ...employee, mobileNumber }, registration))
  return registration
}

export function isFinal(registration: Registration): boolean {
  return registration.ok || registration.failure === 'invalid'
}

type Asked = { id: string; firmId: string; name: string; mobileNumber: string }

async function writeAnswer(tx: Tx, employee: Asked, registration: Registration) {
  const { count } = await tx.employee.updateMany({
    where: { id: employee.id, mobileNumber: employee.mobileNumber, vendorState: 'waiting' },
    data: registration.ok
      ? {
          vendorUserId: registration.vendorUserId,
          vendorState: 'registered',
          vendorRefusal: null,
          vendor: canMigrateToVerify(employee.mobileNumber) ? undefined : 'authy',
        }
      : { vendorUserId: null, vendorState: 'refused', vendorRefusal: registration.reason },
  })
  if (count === 0) {
    if (registration.ok) await enqueue(tx, 'remove-at-vendor', { vendorUserId: registration.vendorUserId })
    return
  }
  const portal = { firmId: employee.firmId, employeeId: null, name: 'Portal' }
  const target = { id: employee.id, name: employee.name }
  if (registration.ok) await record(tx, portal, 'employee.registered', target)
  else await record(tx, portal, 'employee.registration-refused', target, { reason: registration.reason })
}
