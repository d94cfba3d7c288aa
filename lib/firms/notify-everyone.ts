import { db } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Jobs } from '@/lib/jobs/queues'
import { lockFirm } from '@/lib/lock-firm'
import { notify } from '@/lib/notifications/notify'

const peopleAtOnce = 200
const nobody = '00000000-0000-0000-0000-000000000000'

/** For everyone but the admins, who get their own. Stops when it was turned off since: another job notifies of the next time. */
export async function notifyEveryone({ firmId, since, by, after }: Jobs['notify-firm']): Promise<void> {
  await db.$transaction(
    async (tx) => {
      const firm = await lockFirm(tx, firmId)
      const { ruleChangedAt } = await tx.firm.findUniqueOrThrow({
        where: { id: firmId },
        select: { ruleChangedAt: true },
      })
      if (!firm.requiresSecondFactor || ruleChangedAt?.toISOString() !== since) return

      const people = await tx.employee.findMany({
        where: { firmId, active: true, role: { not: 'admin' }, id: { gt: after ?? nobody } },
        select: { id: true },
        orderBy: { id: 'asc' },
        take: peopleAtOnce,
      })
      const { allowsPush, allowsApp, allowsText, minimumTech } = firm
      const policy = { allowsPush, allowsApp, allowsText, minimum: minimumTech }
      for (const { id } of people) {
        await notify(tx, { kind: 'second-step-required', employeeId: id, at: since, by, ...policy })
      }
      const last = people.at(-1)
      if (!last || people.length < peopleAtOnce) return
      // In the same transaction: a killed worker repeats this batch, and nobody gets a second mail.
      await enqueue(tx, 'notify-firm', { firmId, since, by, after: last.id })
    },
    { timeout: 30_000 },
  )
}
