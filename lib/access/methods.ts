import type { Role, WayMinimum } from '@/prisma/client/enums'

/** A way through the second step. `app`: a token that an app on the phone makes, the vendor's or any other. */
export type Way = 'push' | 'text' | 'app' | 'passkey' | 'recovery-code'

/** What a firm allows and asks of a second step. Passkeys and recovery codes are always allowed. */
export type WayPolicy = {
  allowsPush: boolean
  allowsText: boolean
  allowsApp: boolean
  minimumTech: WayMinimum
  minimumAdmin: WayMinimum
}

/**
 * What a person has. `hasPhone`: a number that texts reach; `hasVendorApp`: known to a vendor that rings and makes tokens, which does
 * not mean to have its app: only `hasUsedVendorApp` shows that.
 */
export type OwnWays = {
  hasPhone: boolean
  hasVendorApp: boolean
  hasUsedVendorApp: boolean
  authenticators: number
  passkeys: number
  recoveryCodesLeft: number
}

const levels: Record<Way, number> = { text: 1, push: 2, app: 2, 'recovery-code': 2, passkey: 3 }
const minimums: Record<WayMinimum, number> = { any: 1, strong: 2, passkey: 3 }

export function minimumFor(role: Role, policy: WayPolicy): WayMinimum {
  return role === 'tech' ? policy.minimumTech : policy.minimumAdmin
}

/** Whether this way completes a sign-in of this role, by the firm's policy of this moment (AU-5). */
export function isEnough(way: Way, role: Role, policy: WayPolicy): boolean {
  return isAllowed(way, policy) && levels[way] >= minimums[minimumFor(role, policy)]
}

export function isAllowed(way: Way, policy: WayPolicy): boolean {
  if (way === 'push') return policy.allowsPush
  if (way === 'text') return policy.allowsText
  return way === 'app' ? policy.allowsApp : true
}

/** The ways a person has, strongest first, whether the firm takes them or not. */
export function waysOf(own: OwnWays): Way[] {
  const ways: Way[] = []
  if (own.passkeys > 0) ways.push('passkey')
  if (own.hasVendorApp) ways.push('push')
  if (own.authenticators > 0 || own.hasVendorApp) ways.push('app')
  if (own.hasPhone) ways.push('text')
  if (own.recoveryCodesLeft > 0) ways.push('recovery-code')
  return ways
}

/** The ways that complete a sign-in of this person now. */
export function usableWays(own: OwnWays, role: Role, policy: WayPolicy): Way[] {
  return waysOf(own).filter((way) => isEnough(way, role, policy))
}

/**
 * Whether a proof by a lesser way leads on to adding a better one: only when the person has none that is enough, or the
 * firm's minimum would be no minimum. Recovery codes do not count as having one: they run out. Nor does an app of the vendor that
 * was never used: there may be none, and then nothing would be left.
 */
export function mustAddWay(own: OwnWays, role: Role, policy: WayPolicy): boolean {
  const shown = { ...own, hasVendorApp: own.hasUsedVendorApp }
  return usableWays(shown, role, policy).every((way) => way === 'recovery-code')
}

/**
 * Whether one app or passkey may go. Where a second step is still asked, what stays must be enough for the firm; and whoever
 * owes a better way already keeps one that leads to adding it.
 */
export function canGo(
  kind: 'app' | 'passkey',
  { role, own, policy, firmRequires }: { role: Role; own: OwnWays; policy: WayPolicy; firmRequires: boolean },
): boolean {
  const left =
    kind === 'app'
      ? { ...own, authenticators: own.authenticators - 1 }
      : { ...own, passkeys: own.passkeys - 1 }
  const isStillAsked = firmRequires || left.authenticators + left.passkeys > 0
  if (!isStillAsked || !mustAddWay(left, role, policy)) return true
  return mustAddWay(own, role, policy) && waysOf(left).some((way) => way !== 'recovery-code')
}
