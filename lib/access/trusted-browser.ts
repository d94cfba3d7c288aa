import type { Role } from '@/prisma/client/enums'
import type { Method } from './methods'

/** The longest that a firm may have a browser remembered. */
export const mostDays = 14

/**
 * For how many days the browser of this person may stand for the second step; 0 for none. Admins and supporters are always
 * asked: what they can do reaches everybody in the firm.
 */
export function trustedDays(role: Role, firmDays: number): number {
  return role === 'tech' ? firmDays : 0
}

/** A recovery code is for the day on which nothing else is at hand, so the next sign-in asks again. */
export function canBeRemembered(method: Method | null): method is Exclude<Method, 'recovery-code'> {
  return method !== null && method !== 'recovery-code'
}
