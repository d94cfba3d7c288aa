import { headers } from 'next/headers'
import { env } from '@/lib/env'
import { browserName, clientAddress, placeOf, type Visitor } from './visitor'

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
