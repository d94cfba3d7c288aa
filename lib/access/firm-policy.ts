import type { AuthStrength } from '@/prisma/client/enums'
import { isEnough, type Method, type MethodPolicy } from './methods'

export type FirmPolicy = MethodPolicy & { allowsPasskeyAlone: boolean; trustDays: number }

const carried: Method[] = ['push', 'text', 'app']
const strictness: Record<AuthStrength, number> = { any: 0, strong: 1, passkey: 2 }

/** A role left with passkeys alone needs that minimum on purpose: switching methods off must not cause it. */
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

export function isStricterForTechs(before: FirmPolicy, after: FirmPolicy): boolean {
  return (
    strictness[after.minimumTech] > strictness[before.minimumTech] ||
    (before.allowsPush && !after.allowsPush) ||
    (before.allowsText && !after.allowsText) ||
    (before.allowsApp && !after.allowsApp)
  )
}

export function policyKey(policy: FirmPolicy): string {
  return policyFields.map((field) => String(policy[field])).join(' ')
}

export const policyFields = [
  'allowsPush',
  'allowsApp',
  'allowsText',
  'minimumTech',
  'minimumAdmin',
  'allowsPasskeyAlone',
  'trustDays',
] as const satisfies Array<keyof FirmPolicy>
