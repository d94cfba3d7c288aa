import type { AuthStrength, Role } from '@/prisma/client/enums'

/** `app`: a token from an app on the phone, Authy or any other. */
export type Method = 'push' | 'text' | 'app' | 'passkey' | 'recovery-code'

/** Passkeys and recovery codes are always allowed. */
export type MethodPolicy = {
  allowsPush: boolean
  allowsText: boolean
  allowsApp: boolean
  minimumTech: AuthStrength
  minimumAdmin: AuthStrength
}

/** `hasVendorApp`: registered at a push vendor, perhaps without the app: `hasUsedVendorApp` proves the app. */
export type OwnMethods = {
  hasPhone: boolean
  hasVendorApp: boolean
  hasUsedVendorApp: boolean
  totpApps: number
  passkeys: number
  recoveryCodesLeft: number
}

const levels: Record<Method, number> = { text: 1, push: 2, app: 2, 'recovery-code': 2, passkey: 3 }
const minimums: Record<AuthStrength, number> = { any: 1, strong: 2, passkey: 3 }

export function minimumFor(role: Role, policy: MethodPolicy): AuthStrength {
  return role === 'tech' ? policy.minimumTech : policy.minimumAdmin
}

export function isEnough(method: Method, role: Role, policy: MethodPolicy): boolean {
  return isAllowed(method, policy) && levels[method] >= minimums[minimumFor(role, policy)]
}

export function isAllowed(method: Method, policy: MethodPolicy): boolean {
  if (method === 'push') return policy.allowsPush
  if (method === 'text') return policy.allowsText
  return method === 'app' ? policy.allowsApp : true
}

export function methodsOf(own: OwnMethods): Method[] {
  const methods: Method[] = []
  if (own.passkeys > 0) methods.push('passkey')
  if (own.hasVendorApp) methods.push('push')
  if (own.totpApps > 0 || own.hasVendorApp) methods.push('app')
  if (own.hasPhone) methods.push('text')
  if (own.recoveryCodesLeft > 0) methods.push('recovery-code')
  return methods
}

export function usableMethods(own: OwnMethods, role: Role, policy: MethodPolicy): Method[] {
  return methodsOf(own).filter((method) => isEnough(method, role, policy))
}

/** Without a usable method the person must add one. Recovery codes run out, and an unused vendor app may be missing. */
export function mustAddMethod(own: OwnMethods, role: Role, policy: MethodPolicy): boolean {
  const shown = { ...own, hasVendorApp: own.hasUsedVendorApp }
  return usableMethods(shown, role, policy).every((method) => method === 'recovery-code')
}

/** The last usable method stays while a second factor is required, and so does one that leads to adding a stronger one. */
export function canRemove(
  kind: 'app' | 'passkey',
  {
    role,
    own,
    policy,
    firmRequires,
  }: { role: Role; own: OwnMethods; policy: MethodPolicy; firmRequires: boolean },
): boolean {
  const left =
    kind === 'app' ? { ...own, totpApps: own.totpApps - 1 } : { ...own, passkeys: own.passkeys - 1 }
  const isStillAsked = firmRequires || left.totpApps + left.passkeys > 0
  if (!isStillAsked || !mustAddMethod(left, role, policy)) return true
  return mustAddMethod(own, role, policy) && methodsOf(left).some((method) => method !== 'recovery-code')
}
