import {
  isAllowed,
  type Method,
  type MethodPolicy,
  methodsOf,
  mustAddMethod,
  type OwnMethods,
  usableMethods,
} from '@/lib/access/methods'
import type { Role } from '@/prisma/client/enums'
import { wrongTokensUntilDisabled } from './lockout-rules'

type MethodsFacts = { role: Role; own: OwnMethods; policy: MethodPolicy }

/**
 * The ways by which this sign-in can go on. Where the person has nothing that is enough, a lesser one leads on to adding a
 * better one, by those alone that the firm allows: what it has switched off leads on only where nothing else would. Recovery codes
 * may be lost, so they do not count. A fresh proof has no such second part.
 */
export function offeredMethods(
  { role, own, policy }: MethodsFacts,
  purpose: 'sign_in' | 'step_up',
): Method[] {
  if (purpose === 'step_up' || !mustAddMethod(own, role, policy)) return usableMethods(own, role, policy)
  const allowed = methodsOf(own).filter((method) => isAllowed(method, policy))
  return allowed.some((method) => method !== 'recovery-code') ? allowed : methodsOf(own)
}

/** What vendors and wrong tries have closed for now. */
export type ClosedFacts = {
  /** Vendors that do not answer, as `vendorsAway` finds them. */
  down: { pushes: boolean; authyTexts: boolean; authyTokens: boolean; verifyTexts: boolean }
  textVendor: 'authy' | 'verify'
  arePushesLocked: boolean
  wrongTokensInRow: number
  wrongCodesInRow: number
  areCodesLocked: boolean
}

export type MethodBlock = 'vendor-down' | 'pushes-locked' | 'disabled' | 'locked'

/** Why a way that the person has cannot be used at this moment; null when it can. Tokens that only wait a while are not closed. */
export function blockOf(method: Method, own: OwnMethods, facts: ClosedFacts): MethodBlock | null {
  const { down, textVendor } = facts
  if (method === 'push' && facts.arePushesLocked) return 'pushes-locked'
  if (method === 'push' && down.pushes) return 'vendor-down'
  if (method === 'recovery-code' && facts.wrongCodesInRow >= wrongTokensUntilDisabled) return 'disabled'
  if (method === 'recovery-code' && facts.areCodesLocked) return 'locked'
  if (method !== 'text' && method !== 'app') return null
  if (facts.wrongTokensInRow >= wrongTokensUntilDisabled) return 'disabled'
  if (method === 'app') return own.totpApps === 0 && down.authyTokens ? 'vendor-down' : null
  // Each vendor sends what the other cannot; who has moved on may be known to one alone.
  const isAuthyNoRecovery = down.authyTexts || (textVendor === 'verify' && !own.hasVendorApp)
  return down.verifyTexts && isAuthyNoRecovery ? 'vendor-down' : null
}

type Preferences = { lastMethod: string | null; isOnPhone: boolean; areTokensLocked: boolean }

/**
 * The last used way first, a request on the phone before anybody has used one. On the phone itself it comes last: nobody should
 * have to leave the page to answer it. Recovery codes run out, so they always stand behind.
 */
export function sortMethods(
  methods: Method[],
  { lastMethod, isOnPhone, areTokensLocked }: Preferences,
): Method[] {
  const rank = (method: Method) => {
    if (method === 'recovery-code') return 4
    if (method === 'push' && isOnPhone) return 3
    if (areTokensLocked && (method === 'text' || method === 'app')) return 2
    return method === (lastMethod ?? 'push') ? 0 : 1
  }
  return methods.toSorted((one, other) => rank(one) - rank(other))
}
