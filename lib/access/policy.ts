import type { Role } from '@/prisma/client/client'

export type { Role }

export const roleWords: Record<Role, string> = { admin: 'Admin', tech: 'Tech', support: 'Support' }

/** Who is asking: a person with a full session. Every use case and query takes it first. */
export type Actor = {
  employeeId: string
  firmId: string
  firmName: string
  role: Role
  name: string
  email: string
  sessionId: string
  /** Null while only the password was asked, which is enough only in a firm without the rule. */
  secondFactorAt: Date | null
  passwordAt: Date
  /** When the session was read, by the database's clock: proofs are judged by it. */
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
  | 'firm-rule.switch'
  | 'audit.view'
  | 'requests.answer'
  | 'cases.vouch'
  | 'cases.handle'
  | 'votes.view'
  | 'vendors.migrate'

const everyone: readonly Role[] = ['admin', 'tech', 'support']
const admins: readonly Role[] = ['admin']
const supporters: readonly Role[] = ['support']

/**
 * The whole policy. A row of another firm is never reached, whatever stands here: queries go through `actor.firmId`. Only
 * `cases.handle` and `vendors.move` reach across firms, the first never to a supporter's own case.
 */
const policy: Record<Permission, readonly Role[]> = {
  'portal.use': everyone,
  'account.manage': everyone,
  'articles.vote': everyone,
  'employees.view': admins,
  'employees.edit': admins,
  'firm-rule.switch': admins,
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
