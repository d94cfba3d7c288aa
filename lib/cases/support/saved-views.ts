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

/** Keeps a view of the queue under a name; the same name once more takes the place of the earlier one. */
export async function saveView(
  actor: Actor,
  { name, query }: SaveViewForm,
): Promise<Result<void, 'too-many'>> {
  const plain = queueQuery(firstPage(readQueueQuery(query)))
  return db.$transaction(async (tx) => {
    // Two tabs that save at once must not get beyond the limit together.
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
