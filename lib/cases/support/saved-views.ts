import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'
import { lockEmployee } from '@/lib/lock-employee'
import { ok, type Result, refuse } from '@/lib/result'
import { firstPage, queueQuery, readQueueQuery, type SaveViewForm } from './queue-schema'

const mostViews = 20

export type SavedView = { name: string; query: string }

export async function listSavedViews(actor: Actor): Promise<SavedView[]> {
  return db.savedView.findMany({
    where: { employeeId: actor.employeeId },
    select: { name: true, query: true },
    orderBy: { name: 'asc' },
    take: mostViews,
  })
}

export async function saveView(
  actor: Actor,
  { name, query }: SaveViewForm,
): Promise<Result<void, 'too-many'>> {
  const plain = queueQuery(firstPage(readQueueQuery(query)))
  return db.$transaction(async (tx) => {
    // The lock keeps two tabs that save at once within the limit.
    await lockEmployee(tx, actor.employeeId)
    const others = await tx.savedView.count({
      where: { employeeId: actor.employeeId, name: { not: name } },
    })
    if (others >= mostViews) return refuse('too-many')
    await tx.savedView.upsert({
      where: { employeeId_name: { employeeId: actor.employeeId, name } },
      create: { employeeId: actor.employeeId, name, query: plain },
      update: { query: plain },
    })
    return ok()
  })
}

export async function removeView(actor: Actor, name: string): Promise<void> {
  await db.savedView.deleteMany({ where: { employeeId: actor.employeeId, name } })
}
