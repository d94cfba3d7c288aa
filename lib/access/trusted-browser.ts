import type { Role } from '@/prisma/client/enums'
import type { Method } from './methods'

export const mostDays = 14

/** Admins and supporters always need a second factor: their power reaches the whole firm. */
export function trustedDays(role: Role, firmDays: number): number {
  return role === 'tech' ? firmDays : 0
}

/** A recovery code never trusts a browser: the next sign-in asks again. */
export function canBeRemembered(method: Method | null): method is Exclude<Method, 'recovery-code'> {
  return method !== null && method !== 'recovery-code'
}
