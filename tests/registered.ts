import { db } from '@/lib/db'
import { provider } from '@/lib/sign-in-methods/vendors/vendors'
import { makeEmployee, makeFirm } from './factories'

type Registered = Awaited<ReturnType<typeof makeEmployee>> & { mobileNumber: string; vendorUserId: string }

/** A tech of a firm with the rule on, known to the simulated vendor, with its app on the phone. */
export async function makeRegistered(firm?: Awaited<ReturnType<typeof makeFirm>>): Promise<Registered> {
  const tech = await makeEmployee(firm ?? (await makeFirm({ requiresSecondFactor: true })))
  const { email, mobileNumber } = tech
  if (!mobileNumber) throw new Error('The factory made no number')

  const registered = await provider.register({ email, mobileNumber })
  if (!registered.ok) throw new Error(registered.reason)
  const { vendorUserId } = registered
  await db.employee.update({
    where: { id: tech.id },
    data: { vendorUserId, vendorState: 'registered', vendorAppUsedAt: new Date() },
  })
  return { ...tech, mobileNumber, vendorUserId }
}
