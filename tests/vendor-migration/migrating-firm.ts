import { db } from '@/lib/db'
import { provider } from '@/lib/sign-in-methods/vendors/vendors'
import { migratePeople } from '@/lib/vendor-migration/migrate-people'
import { type MadeFirm, makeFirm, uniqueNumber } from '../factories'

export type Member = { id: string; mobileNumber: string; vendorUserId: string }

/** A firm with the rule on and this many techs, all known to the simulated Authy with its app on the phone. */
export async function makeAuthyFirm(size: number): Promise<{ firm: MadeFirm; members: Member[] }> {
  const firm = await makeFirm({ requiresSecondFactor: true })
  const members: Member[] = []
  for (let made = 0; made < size; made += 10) {
    const batch = Array.from({ length: Math.min(10, size - made) }, () => addMember(firm))
    members.push(...(await Promise.all(batch)))
  }
  return { firm, members }
}

async function addMember(firm: MadeFirm): Promise<Member> {
  const mobileNumber = uniqueNumber()
  const email = `tech-${mobileNumber.slice(1)}@moving.example`
  const registered = await provider.register({ email, mobileNumber })
  if (!registered.ok) throw new Error(registered.reason)
  const { vendorUserId } = registered
  const { id } = await db.employee.create({
    data: {
      firmId: firm.id,
      firmRequiresSecondFactor: true,
      firmIsOperator: false,
      role: 'tech',
      name: `Tech ${mobileNumber}`,
      email,
      mobileNumber,
      vendorUserId,
      vendorState: 'registered',
      numberProvenAt: new Date(),
    },
  })
  return { id, mobileNumber, vendorUserId }
}

type Waiting = { firmId: string; step: 'start' | 'finish' | 'back'; after: string | null }

/** Does the newest job that a verb has left for this firm, as the worker would. */
export async function runMigrationJob(firmId: string): Promise<void> {
  const [job] = await db.$queryRaw<Array<{ data: Waiting }>>`
    select data from pgboss.job where name = 'migrate-firm' and data->>'firmId' = ${firmId} order by created_on desc limit 1`
  if (!job) throw new Error('Nothing was started')
  await migratePeople(job.data)
}
