import type { Role } from '@/prisma/client/enums'
import { type MethodPolicy, mustAddMethod, type OwnMethods } from './methods'

export type ReadinessFacts = {
  role: Role
  number: 'none' | 'unconfirmed' | 'confirmed' | 'tested'
  own: OwnMethods
}

const numbers = ['none', 'unconfirmed', 'confirmed', 'tested'] as const
const codes = Array.from({ length: 128 }, (_, code) => code)

/** The sum that the generated column adds up. A role that is not tech has the admins' minimum. */
export function readFacts(code: number): ReadinessFacts {
  const hasVendorApp = (code & 16) > 0
  return {
    role: code & 64 ? 'admin' : 'tech',
    number: numbers[code % 4] ?? 'none',
    own: {
      hasPhone: (code & 32) > 0,
      hasVendorApp,
      hasUsedVendorApp: hasVendorApp,
      totpApps: code & 8 ? 1 : 0,
      passkeys: code & 4 ? 1 : 0,
      recoveryCodesLeft: 0,
    },
  }
}

/** The values of the column for which a rule holds, so that the rule itself is what a list is filtered by. */
export function codesWhere(holds: (facts: ReadinessFacts) => boolean): number[] {
  return codes.filter((code) => holds(readFacts(code)))
}

/** Without a method that the firm's minimum accepts: another one has to be added at the next sign-in. */
export function isBelowMinimum({ own, role }: ReadinessFacts, policy: MethodPolicy): boolean {
  return mustAddMethod(own, role, policy)
}
