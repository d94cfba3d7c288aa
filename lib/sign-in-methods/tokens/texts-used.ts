import { db } from '@/lib/db'
import { log } from '@/lib/log'
import { notify } from '@/lib/notifications/notify'
import { type Limit, takeOne } from '@/lib/rate-limit'

/** Only the log and support see whose cap it was, never the person. */
export type Cap = { whose: 'network' } | { whose: 'firm' | 'portal'; firmId: string }

const oncePerHour: Limit = { name: 'texts-alarm', points: 1, seconds: 60 * 60 }

export async function alertTextsUsed(cap: Cap): Promise<void> {
  log.error({ alarm: 'texts-used-up', ...cap }, 'A limit on texts was reached')
  const key = cap.whose === 'firm' ? cap.firmId : cap.whose
  if (!(await takeOne(oncePerHour, key))) return
  const whose = await nameOf(cap)
  const supporters = await db.employee.findMany({
    where: { role: 'support', active: true },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  await db.$transaction(async (tx) => {
    for (const { id } of supporters) await notify(tx, { kind: 'texts-used-up', employeeId: id, whose })
  })
}

async function nameOf(cap: Cap): Promise<string> {
  if (cap.whose === 'network') return 'one network'
  if (cap.whose === 'portal') return 'the whole portal'
  const firm = await db.firm.findUnique({ where: { id: cap.firmId }, select: { name: true } })
  return firm?.name ?? 'a firm'
}
