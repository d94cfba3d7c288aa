import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'
import type { Employee } from '@/prisma/client/client'
import { actorFor, makeEmployee, makeFirm } from '../../factories'

/** Two admins and a tech who signs in with a phone, and the admin of another firm. */
export async function firmInNeed({ requiresSecondFactor = true } = {}) {
  const firm = await makeFirm({ requiresSecondFactor })
  const inUse = { vendorState: 'registered', numberProvenAt: new Date() } as const
  const tech = await makeEmployee(firm, { vendorUserId: crypto.randomUUID(), ...inUse })
  const ben = await makeEmployee(firm, { role: 'admin', vendorUserId: crypto.randomUUID(), ...inUse })
  const foreign = await makeFirm({ requiresSecondFactor })
  return { firm, tech, ben, ada: actorFor(firm.admin), foreign: actorFor(foreign.admin) }
}

export const reason = 'Phone fell into a lake'

/** The same person, whose proof is eleven minutes old. */
export function stale(actor: Actor): Actor {
  const elevenMinutesAgo = new Date(Date.now() - 11 * 60 * 1000)
  return { ...actor, secondFactorAt: elevenMinutesAgo }
}

export function auditOf(employee: { id: string }, action: string) {
  return db.auditEvent.findMany({ where: { targetId: employee.id, action } })
}

export function reload(employee: Employee) {
  return db.employee.findUniqueOrThrow({ where: { id: employee.id } })
}
