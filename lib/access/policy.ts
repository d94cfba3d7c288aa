import type { Role } from '@/prisma/client/client'

export type { Role }

export const roleWords: Record<Role, string> = { admin: 'Admin', tech: 'Tech', support: 'Support' }

export type Actor = {
  employeeId: string
  firmId: string
  firmName: string
  role: Role
  name: string
  email: string
  sessionId: string
  /** Null is enough only where neither the firm nor the person needs a second factor. */
  secondFactorAt: Date | null
  passwordAt: Date
  /** The database's clock when the session was read: proofs are compared with it. */
  seenAt: Date
  place: string
  browser: string
}

export type Permission =
  | 'portal.use'
  | 'account.manage'
  | 'articles.vote'
  | 'employees.view'
  | 'employees.edit'
  | 'two-factor.switch'
  | 'audit.view'
  | 'requests.answer'
  | 'cases.vouch'
  | 'cases.handle'
  | 'votes.view'
  | 'vendors.migrate'

const everyone: readonly Role[] = ['admin', 'tech', 'support']
const admins: readonly Role[] = ['admin']
const supporters: readonly Role[] = ['support']

/** Queries filter by `actor.firmId`, whatever is listed here; only `cases.handle` and `vendors.migrate` cross firms. */
const policy: Record<Permission, readonly Role[]> = {
  'portal.use': everyone,
  'account.manage': everyone,
  'articles.vote': everyone,
  'employees.view': admins,
  'employees.edit': admins,
  'two-factor.switch': admins,
  'audit.view': admins,
  'requests.answer': admins,
  'cases.vouch': everyone,
  'cases.handle': supporters,
  'votes.view': supporters,
  'vendors.migrate': supporters,
}

export function can(actor: { role: Role }, permission: Permission): boolean {
  return policy[permission].includes(actor.role)
}
