import type { AuthStrength } from '@/prisma/client/enums'
import { isEnough, type Method, type MethodPolicy } from './methods'

/** Everything that a firm decides about its people's second step. `trustDays` 0: no browser is remembered. */
export type FirmPolicy = MethodPolicy & { allowsPasskeyAlone: boolean; trustDays: number }

const carried: Method[] = ['push', 'text', 'app']
const strictness: Record<AuthStrength, number> = { any: 0, strong: 1, passkey: 2 }

/**
 * A role for which no way is left but a passkey must have been given that minimum on purpose: nobody gets there by switching
 * one thing after another off.
 */
export function policyRefusal(policy: FirmPolicy): 'no-method-left' | null {
  const roles = [
    { role: 'tech', minimum: policy.minimumTech },
    { role: 'admin', minimum: policy.minimumAdmin },
  ] as const
  const isStuck = roles.some(
    ({ role, minimum }) => minimum !== 'passkey' && !carried.some((method) => isEnough(method, role, policy)),
  )
  return isStuck ? 'no-method-left' : null
}

/** Whether something that was enough for a tech until now may no longer be: then no browser stays remembered for it. */
export function isStricterForTechs(before: FirmPolicy, after: FirmPolicy): boolean {
  return (
    strictness[after.minimumTech] > strictness[before.minimumTech] ||
    (before.allowsPush && !after.allowsPush) ||
    (before.allowsText && !after.allowsText) ||
    (before.allowsApp && !after.allowsApp)
  )
}

/** One line that two policies are compared by: what an admin saw, and what stands when the answer comes. */
export function policyKey(policy: FirmPolicy): string {
  return policyFields.map((field) => String(policy[field])).join(' ')
}

/** In the order in which they are shown. */
export const policyFields = [
  'allowsPush',
  'allowsApp',
  'allowsText',
  'minimumTech',
  'minimumAdmin',
  'allowsPasskeyAlone',
  'trustDays',
] as const satisfies Array<keyof FirmPolicy>
