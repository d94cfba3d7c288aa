import { db, type Tx } from '@/lib/db'
import { notify } from '@/lib/notifications/notify'

type Late = {
  id: string
  number: number
  employeeId: string
  firm: string
  isBreach: boolean
  /** A worker that was away may first see the case after its breach. */
  isFirstAlarm: boolean
}

const batch = 20

/** The case records each alarm in the transaction of its mails, so each is sent once. */
export async function sendAlarms(): Promise<void> {
  while ((await alarmSome()) === batch);
}

async function alarmSome(): Promise<number> {
  return db.$transaction(async (tx) => {
    const late = await takeLate(tx)
    if (late.length === 0) return 0
    const supporters = await tx.employee.findMany({
      where: { role: 'support', active: true },
      select: { id: true },
    })
    for (const one of late) await alarm(tx, one, supporters)
    return late.length
  })
}

async function takeLate(tx: Tx): Promise<Late[]> {
  return tx.$queryRaw<Late[]>`
    with late as (
      select id from reset_case
      where kind = 'lost_phone' and state in ('received', 'checking', 'seconding')
        and ((due_at <= now() and alarmed_at is null) or (breach_at <= now() and breached_at is null))
      order by due_at, id limit ${batch} for no key update skip locked
    )
    update reset_case c set alarmed_at = coalesce(alarmed_at, now()),
      breached_at = case when breach_at <= now() then now() end
    from late, firm f where c.id = late.id and f.id = c.firm_id
    returning c.id, c.number, c.employee_id as "employeeId", f.name as firm, c.breached_at is not null as "isBreach",
      old.alarmed_at is null as "isFirstAlarm"`
}

async function alarm(tx: Tx, late: Late, supporters: Array<{ id: string }>): Promise<void> {
  const { id: caseId, number, employeeId, firm, isBreach, isFirstAlarm } = late
  for (const supporter of supporters) {
    if (supporter.id === employeeId) continue
    const about = { employeeId: supporter.id, caseId, number, firm, isBreach }
    await notify(tx, { kind: 'case-late', ...about })
  }
  if (isFirstAlarm) await notify(tx, { kind: 'case-answer-late', employeeId, caseId, number })
}

export async function sendReminders(): Promise<void> {
  while ((await remindSome()) === batch);
}

async function remindSome(): Promise<number> {
  return db.$transaction(async (tx) => {
    const unused = await tx.$queryRaw<Array<{ id: string; number: number; employeeId: string }>>`
      with unused as (
        select id from reset_case
        where state = 'ready' and reminded_at is null and completed_at <= now() - interval '24 hours'
        order by completed_at, id limit ${batch} for no key update skip locked
      )
      update reset_case c set reminded_at = now() from unused where c.id = unused.id
      returning c.id, c.number, c.employee_id as "employeeId"`
    for (const { id: caseId, number, employeeId } of unused) {
      await notify(tx, { kind: 'enrollment-unused', employeeId, caseId, number })
    }
    return unused.length
  })
}
