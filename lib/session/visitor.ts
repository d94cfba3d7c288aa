import { isIP } from 'node:net'
import Bowser from 'bowser'

/** Display and throttling use this; no access decision may trust it. */
export type Visitor = { address: string; place: string; browser: string; requestId: string }

/** Only the outermost trusted proxy's entry counts: a visitor can forge everything left of it. */
export function clientAddress(forwardedFor: string, trustedHops: number): string {
  const entry = forwardedFor.split(',').at(-trustedHops)?.trim() ?? ''
  const address = unmapped(withoutPort(entry).replace(/%.*$/, '').toLowerCase())
  return isIP(address) ? address : 'unknown'
}

/** Proxies write `203.0.113.8:51001`, `[2001:db8::8]:51001` and `"[2001:db8::8]"` too. */
function withoutPort(entry: string): string {
  const [, bracketed, plain] = /^"?(?:\[([^\]]*)\](?::\d+)?|([\d.]+):\d+)"?$/.exec(entry) ?? []
  return bracketed ?? plain ?? entry
}

/** An IPv4 address in the clothes of an IPv6 one: otherwise all of them would be one network. */
function unmapped(address: string): string {
  const [, dotted, high, low] = /^::ffff:(?:([\d.]+)|([0-9a-f]{1,4}):([0-9a-f]{1,4}))$/.exec(address) ?? []
  if (dotted) return dotted
  if (!high || !low) return address
  const bytes = Buffer.from(high.padStart(4, '0') + low.padStart(4, '0'), 'hex')
  return [...bytes].join('.')
}

/** A throttle counts the /64 of an IPv6 address: one visitor controls all of it. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [start = '', end] = address.split('::')
  const before = groupsOf(start)
  const after = groupsOf(end ?? '')
  const left = end === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  return [...before, ...Array<string>(left).fill('0'), ...after].slice(0, 4).join(':')
}

function groupsOf(part: string): string[] {
  return part === '' ? [] : part.split(':').map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
}

export function placeOf(address: string): string {
  if (address === '127.0.0.1' || address === '::1') return 'this computer'
  return address === 'unknown' ? 'an unknown address' : address
}

// Bowser returns an unknown browser's own words, which mails and phones must never show.
const knownBrowsers = new Set(Object.values(Bowser.BROWSER_MAP))

export function browserName(userAgent: string | null): string {
  if (!userAgent) return 'Unknown browser'
  const { browser, os } = Bowser.parse(userAgent.slice(0, 512))
  if (!browser.name || !knownBrowsers.has(browser.name)) return 'Unknown browser'
  return os.name ? `${browser.name} on ${os.name}` : browser.name
}

export type SignInContext = Visitor & { browserId: string; sessionId?: string | null }
