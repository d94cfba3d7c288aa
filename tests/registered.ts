import { db } from '@/lib/db'
import { provider } from '@/lib/sign-in-methods/vendors/vendors'
import { makeEmployee, makeFirm } from './factories'

type Enrolled = Awaited<ReturnType<typeof makeEmployee>> & { mobileNumber: string; vendorUserId: string }

/** A tech of a firm with the rule on, known to the simulated vendor, with its app on the phone. */
export async function makeEnrolled(firm?: Awaited<ReturnType<typeof makeFirm>>): Promise<Enrolled> {
  const tech = await makeEmployee(firm ?? (await makeFirm({ requiresSecondFactor: true })))
  const { email, mobileNumber } = tech
  if (!mobileNumber) throw new Error('The factory made no number')

  const enrolled = await provider.enrol({ email, mobileNumber })
  if (!enrolled.ok) throw new Error(enrolled.reason)
  const { vendorUserId } = enrolled
  await db.employee.update({
    where: { id: tech.id },
    data: { vendorUserId, vendorState: 'enrolled', vendorAppUsedAt: new Date() },
  })
  return { ...tech, mobileNumber, vendorUserId }
}
