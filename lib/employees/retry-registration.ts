import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { db } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import { ok, type Result, refuse } from '@/lib/result'

export async function retryRegistration(
  actor: Actor,
  employeeId: string,
): Promise<Result<{ name: string }, 'not-found' | 'nothing-to-retry'>> {
  return db.$transaction(async (tx) => {
    const employee = await tx.employee.findFirst({
      where: { id: employeeId, firmId: actor.firmId },
      select: { name: true },
    })
    if (!employee) return refuse('not-found')

    const { count } = await tx.employee.updateMany({
      where: { id: employeeId, mobileNumber: { not: null }, vendorState: { in: ['refused', 'waiting'] } },
      data: { vendorState: 'waiting', vendorRefusal: null },
    })
    if (count === 0) return refuse('nothing-to-retry')

    await record(tx, actor, 'employee.registration-retried', { id: employeeId, name: employee.name })
    await enqueue(tx, 'register-at-vendor', { employeeId })
    return ok({ name: employee.name })
  })
}
