import type { Role } from '@/prisma/client/enums'
import { isEnough, type MethodPolicy, methodsOf, type OwnMethods } from './methods'

/** The phone counts once, each app and passkey once, recovery codes never. */
export function countMethods({
  role,
  own,
  policy,
}: {
  role: Role
  own: OwnMethods
  policy: MethodPolicy
}): number {
  const phone = methodsOf({ ...own, totpApps: 0, passkeys: 0, recoveryCodesLeft: 0 })
  const phones = phone.some((method) => isEnough(method, role, policy)) ? 1 : 0
  const apps = isEnough('app', role, policy) ? own.totpApps : 0
  return phones + apps + own.passkeys
}
