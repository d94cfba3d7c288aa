import type { SentTokenStatus, Vendor } from '@/prisma/client/enums'

export const triesPerCode = 5
export const textWindowMinutes = 10
/** Ten at the vendor, which starts to count when it sends, and that is after us. */
export const textLifeMinutes = 11
export const textsPerWindow = 5
const textsPerDay = 15

export const tokenLength = { least: 6, most: 8 }

export type TextFacts = {
  secondsSinceLast: number | null
  inWindow: number
  today: number
  oldestInWindow?: number | null
  oldestToday?: number | null
}

export function pauseSeconds(sentInWindow: number): number {
  return [0, 30, 60][sentInWindow] ?? 120
}

export function textRefusal(facts: TextFacts): 'too-soon' | 'too-many-texts' | null {
  if (facts.secondsSinceLast !== null && facts.secondsSinceLast < pauseSeconds(facts.inWindow))
    return 'too-soon'
  if (facts.inWindow >= textsPerWindow || facts.today >= textsPerDay) return 'too-many-texts'
  return null
}

/** Seconds until the next text, 0 where one may be sent now. */
export function textWaitSeconds(facts: TextFacts): number {
  const { secondsSinceLast, inWindow, today, oldestInWindow, oldestToday } = facts
  const pause = secondsSinceLast === null ? 0 : pauseSeconds(inWindow) - secondsSinceLast
  const window = inWindow >= textsPerWindow ? textWindowMinutes * 60 - (oldestInWindow ?? 0) : 0
  const day = today >= textsPerDay ? 24 * 60 * 60 - (oldestToday ?? 0) : 0
  return Math.max(pause, window, day, 0)
}

/** A text that its vendor may still accept. `isOwn`: this sign-in asked for it. */
export type LiveText = {
  id: string
  vendor: Vendor
  vendorId: string | null
  status: SentTokenStatus
  triesLeft: number
  isOwn: boolean
}

/** `isClosed`: the vendor would accept a text here that was asked for elsewhere, or whose tries are used up. */
type TextsOfVendor = { own: LiveText | null; isClosed: boolean }

export type Texts = Record<Vendor, TextsOfVendor> & { areUsedUp: boolean; isElsewhere: boolean }

export function readTexts(texts: LiveText[]): Texts {
  const read = (vendor: Vendor): TextsOfVendor => {
    const live = texts.filter((text) => text.vendor === vendor)
    const isElsewhere = live.some(({ isOwn }) => !isOwn)
    // One that may never have left must not stand for the text of another sign-in.
    const own = live.find(({ isOwn, status }) => isOwn && (status === 'sent' || !isElsewhere))
    const usable = own && own.triesLeft > 0 ? own : null
    return { own: usable, isClosed: live.length > 0 && !usable }
  }
  const [authy, verify] = [read('authy'), read('verify')]
  return {
    authy,
    verify,
    areUsedUp: texts.some(({ isOwn, triesLeft }) => isOwn && triesLeft <= 0),
    isElsewhere: texts.some(({ isOwn }) => !isOwn),
  }
}

/** Whether no vendor may be asked, since the texts that are out are all for something else. */
export function isOnlyElsewhere({ authy, verify, ...texts }: Texts, isKnownToAuthy: boolean): boolean {
  if (authy.own || verify.own || texts.areUsedUp) return false
  return texts.isElsewhere && (authy.isClosed || !isKnownToAuthy)
}
