import Bowser from 'bowser'
import { headers } from 'next/headers'
import { env } from '@/lib/env'

/** Where a request comes from, in words for people. Display and throttling only. */
export type Visitor = { address: string; place: string; browser: string; requestId: string }

export async function getVisitor(): Promise<Visitor> {
  const received = await headers()
  const address = clientAddress(received.get('x-forwarded-for') ?? '', env.TRUSTED_PROXY_HOPS)
  return {
    address,
    place: placeOf(address),
    browser: browserName(received.get('user-agent')),
    requestId:
      received
        .get('x-request-id')
        ?.replace(/[^\w.-]/g, '')
        .slice(0, 64) || crypto.randomUUID(),
  }
}

/** The entry that the outermost trusted proxy wrote; what stands left of it is the visitor's own word (WB-4). */
export function clientAddress(forwardedFor: string, trustedHops: number): string {
  const hops = forwardedFor.split(',').map((hop) => hop.trim())
  const address = hops.at(-trustedHops) ?? ''
  return /^[0-9a-f.:]{2,45}$/i.test(address) ? address.replace(/^::ffff:/i, '') : 'unknown'
}

/** The network a throttle counts: the address, or the /64 of an IPv6 one, which one visitor owns whole. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  return address.split(':').slice(0, 4).join(':')
}

function placeOf(address: string): string {
  if (address === '127.0.0.1' || address === '::1') return 'this computer'
  return address === 'unknown' ? 'an unknown address' : address
}

/** "Chrome on Windows". The user agent is anybody's text: only names that the library knows are shown. */
export function browserName(userAgent: string | null): string {
  if (!userAgent) return 'Unknown browser'
  const { browser, os } = Bowser.parse(userAgent.slice(0, 512))
  if (!browser.name) return 'Unknown browser'
  return os.name ? `${browser.name} on ${os.name}` : browser.name
}
