import {
  isAllowed,
  isEnough,
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

/** Offers lesser methods where the person has none that is enough: their proof leads to adding a better one. */
export function offeredMethods(
  { role, own, policy }: MethodsFacts,
  purpose: 'sign_in' | 'step_up',
): Method[] {
  if (purpose === 'step_up' || !mustAddMethod(own, role, policy)) return usableMethods(own, role, policy)
  const allowed = methodsOf(own).filter((method) => isAllowed(method, policy))
  return allowed.some((method) => method !== 'recovery-code') ? allowed : methodsOf(own)
}

export function accepts(method: Method, facts: MethodsFacts, purpose: 'sign_in' | 'step_up'): boolean {
  return isEnough(method, facts.role, facts.policy) || offeredMethods(facts, purpose).includes(method)
}

export type ClosedFacts = {
  down: { pushes: boolean; authyTexts: boolean; authyTokens: boolean; verifyTexts: boolean }
  textVendor: 'authy' | 'verify'
  arePushesLocked: boolean
  arePushesPaused: boolean
  wrongTokensInRow: number
  wrongCodesInRow: number
  areCodesLocked: boolean
}

export type MethodBlock = 'vendor-down' | 'pushes-locked' | 'pushes-paused' | 'disabled' | 'locked'

export function blockOf(method: Method, own: OwnMethods, facts: ClosedFacts): MethodBlock | null {
  const { down, textVendor } = facts
  if (method === 'push' && facts.arePushesLocked) return 'pushes-locked'
  if (method === 'push' && facts.arePushesPaused) return 'pushes-paused'
  if (method === 'push' && down.pushes) return 'vendor-down'
  if (method === 'recovery-code' && facts.wrongCodesInRow >= wrongTokensUntilDisabled) return 'disabled'
  if (method === 'recovery-code' && facts.areCodesLocked) return 'locked'
  if (method !== 'text' && method !== 'app') return null
  if (facts.wrongTokensInRow >= wrongTokensUntilDisabled) return 'disabled'
  if (method === 'app') return own.totpApps === 0 && down.authyTokens ? 'vendor-down' : null
  // Each vendor texts numbers that the other cannot; after a migration one alone may know the person.
  const isAuthyNoRecovery = down.authyTexts || (textVendor === 'verify' && !own.hasVendorApp)
  return down.verifyTexts && isAuthyNoRecovery ? 'vendor-down' : null
}

type Preferences = { lastMethod: string | null; areTokensLocked: boolean }

/** The last used method comes first. Recovery codes run out and come last. */
export function sortMethods(methods: Method[], { lastMethod, areTokensLocked }: Preferences): Method[] {
  const rank = (method: Method) => {
    if (method === 'recovery-code') return 3
    if (areTokensLocked && (method === 'text' || method === 'app')) return 2
    return method === (lastMethod ?? 'push') ? 0 : 1
  }
  return methods.toSorted((one, other) => rank(one) - rank(other))
}
