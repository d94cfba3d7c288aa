import {
  isAllowed,
  mustAddWay,
  type OwnWays,
  usableWays,
  type Way,
  type WayPolicy,
  waysOf,
} from '@/lib/access/methods'
import type { Role } from '@/prisma/client/enums'
import { wrongTokensUntilDisabled } from './lockout-rules'

export type WaysFacts = { role: Role; own: OwnWays; policy: WayPolicy }

/**
 * The ways by which this sign-in can go on. Where the person has nothing that is enough, a lesser one leads on to adding a
 * better one, by those alone that the firm allows: what it has switched off leads on only where nothing else would. Recovery codes
 * may be lost, so they do not count. A fresh proof has no such second part.
 */
export function waysOn({ role, own, policy }: WaysFacts, purpose: 'sign_in' | 'confirm'): Way[] {
  if (purpose === 'confirm' || !mustAddWay(own, role, policy)) return usableWays(own, role, policy)
  const allowed = waysOf(own).filter((way) => isAllowed(way, policy))
  return allowed.some((way) => way !== 'recovery-code') ? allowed : waysOf(own)
}

/** What vendors and wrong tries have closed for now. */
export type ClosedFacts = {
  /** Vendors that do not answer, as `vendorsAway` finds them. */
  away: { pushes: boolean; authyTexts: boolean; authyTokens: boolean; verifyTexts: boolean }
  textVendor: 'authy' | 'verify'
  arePushesLocked: boolean
  wrongTokensInRow: number
  wrongCodesInRow: number
  areCodesLocked: boolean
}

export type Closing = 'vendor-away' | 'pushes-locked' | 'disabled' | 'locked'

/** Why a way that the person has cannot be used at this moment; null when it can. Tokens that only wait a while are not closed. */
export function closingOf(way: Way, own: OwnWays, facts: ClosedFacts): Closing | null {
  const { away, textVendor } = facts
  if (way === 'push' && facts.arePushesLocked) return 'pushes-locked'
  if (way === 'push' && away.pushes) return 'vendor-away'
  if (way === 'recovery-code' && facts.wrongCodesInRow >= wrongTokensUntilDisabled) return 'disabled'
  if (way === 'recovery-code' && facts.areCodesLocked) return 'locked'
  if (way !== 'text' && way !== 'app') return null
  if (facts.wrongTokensInRow >= wrongTokensUntilDisabled) return 'disabled'
  if (way === 'app') return own.authenticators === 0 && away.authyTokens ? 'vendor-away' : null
  // Each vendor sends what the other cannot; who has moved on may be known to one alone.
  const isAuthyNoHelp = away.authyTexts || (textVendor === 'verify' && !own.hasVendorApp)
  return away.verifyTexts && isAuthyNoHelp ? 'vendor-away' : null
}

export type Liking = { lastWay: string | null; isOnPhone: boolean; areTokensLocked: boolean }

/**
 * The last used way first, a request on the phone before anybody has used one. On the phone itself it comes last: nobody should
 * have to leave the page to answer it. Recovery codes run out, so they always stand behind.
 */
export function inOrder(ways: Way[], { lastWay, isOnPhone, areTokensLocked }: Liking): Way[] {
  const rank = (way: Way) => {
    if (way === 'recovery-code') return 4
    if (way === 'push' && isOnPhone) return 3
    if (areTokensLocked && (way === 'text' || way === 'app')) return 2
    return way === (lastWay ?? 'push') ? 0 : 1
  }
  return ways.toSorted((one, other) => rank(one) - rank(other))
}
