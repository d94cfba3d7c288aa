import type { AuthStrength, Role } from '@/prisma/client/enums'

/** A way through the second step. `app`: a token that an app on the phone makes, the vendor's or any other. */
export type Method = 'push' | 'text' | 'app' | 'passkey' | 'recovery-code'

/** What a firm allows and asks of a second step. Passkeys and recovery codes are always allowed. */
export type MethodPolicy = {
  allowsPush: boolean
  allowsText: boolean
  allowsApp: boolean
  minimumTech: AuthStrength
  minimumAdmin: AuthStrength
}

/**
 * What a person has. `hasPhone`: a number that texts reach; `hasVendorApp`: known to a vendor that rings and makes tokens, which does
 * not mean to have its app: only `hasUsedVendorApp` shows that.
 */
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

function minimumFor(role: Role, policy: MethodPolicy): AuthStrength {
  return role === 'tech' ? policy.minimumTech : policy.minimumAdmin
}

/** Whether this way completes a sign-in of this role, by the firm's policy of this moment. */
export function isEnough(method: Method, role: Role, policy: MethodPolicy): boolean {
  return isAllowed(method, policy) && levels[method] >= minimums[minimumFor(role, policy)]
}

export function isAllowed(method: Method, policy: MethodPolicy): boolean {
  if (method === 'push') return policy.allowsPush
  if (method === 'text') return policy.allowsText
  return method === 'app' ? policy.allowsApp : true
}

/** The ways a person has, strongest first, whether the firm takes them or not. */
export function methodsOf(own: OwnMethods): Method[] {
  const methods: Method[] = []
  if (own.passkeys > 0) methods.push('passkey')
  if (own.hasVendorApp) methods.push('push')
  if (own.totpApps > 0 || own.hasVendorApp) methods.push('app')
  if (own.hasPhone) methods.push('text')
  if (own.recoveryCodesLeft > 0) methods.push('recovery-code')
  return methods
}

/** The ways that complete a sign-in of this person now. */
export function usableMethods(own: OwnMethods, role: Role, policy: MethodPolicy): Method[] {
  return methodsOf(own).filter((method) => isEnough(method, role, policy))
}

/**
 * Whether a proof by a lesser way leads on to adding a better one: only when the person has none that is enough, or the
 * firm's minimum would be no minimum. Recovery codes do not count as having one: they run out. Nor does an app of the vendor that
 * was never used: there may be none, and then nothing would be left.
 */
export function mustAddMethod(own: OwnMethods, role: Role, policy: MethodPolicy): boolean {
  const shown = { ...own, hasVendorApp: own.hasUsedVendorApp }
  return usableMethods(shown, role, policy).every((method) => method === 'recovery-code')
}

/**
 * Whether one app or passkey may go. Where a second step is still asked, what stays must be enough for the firm; and whoever
 * owes a better way already keeps one that leads to adding it.
 */
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
