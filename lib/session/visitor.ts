import Bowser from 'bowser'

/** Where a request comes from, in words for people. Display and throttling only. */
export type Visitor = { address: string; place: string; browser: string; requestId: string }

/** The entry that the outermost trusted proxy wrote; what stands left of it is the visitor's own word. */
export function clientAddress(forwardedFor: string, trustedHops: number): string {
  const hops = forwardedFor.split(',').map((hop) => hop.trim())
  const address = hops.at(-trustedHops) ?? ''
  return /^[0-9a-f.:]{2,45}$/i.test(address) ? address.replace(/^::ffff:/i, '') : 'unknown'
}

/** The network a throttle counts: the address, or the /64 of an IPv6 one, which one visitor owns whole. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [start = '', end] = address.split('::')
  const before = groupsOf(start)
  const after = groupsOf(end ?? '')
  const left = end === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  return [...before, ...Array<string>(left).fill('0'), ...after].slice(0, 4).join(':')
}

/** Each in its one form, so that 0db8 and DB8 are the same. */
function groupsOf(part: string): string[] {
  return part === '' ? [] : part.split(':').map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
}

/** Where that is, as far as an address tells. */
export function placeOf(address: string): string {
  if (address === '127.0.0.1' || address === '::1') return 'this computer'
  return address === 'unknown' ? 'an unknown address' : address
}

// For an unknown browser the library answers with the visitor's own words, which mails and phones must never show.
const knownBrowsers = new Set(Object.values(Bowser.BROWSER_MAP))

/** "Chrome on Windows". The user agent is anybody's text: only names that the library knows are shown. */
export function browserName(userAgent: string | null): string {
  if (!userAgent) return 'Unknown browser'
  const { browser, os } = Bowser.parse(userAgent.slice(0, 512))
  if (!browser.name || !knownBrowsers.has(browser.name)) return 'Unknown browser'
  return os.name ? `${browser.name} on ${os.name}` : browser.name
}

/** Whether that is a telephone: who signs in on it has the app for requests in the same hand. */
export function isPhone(userAgent: string | null): boolean {
  return userAgent !== null && Bowser.parse(userAgent.slice(0, 512)).platform.type === 'mobile'
}

/** A browser at the door: what a visitor is, and the stored ids of the browser's own cookie and of a session it has already. */
export type SignInContext = Visitor & { browserId: string; sessionId?: string | null }
