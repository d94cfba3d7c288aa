import { headers } from 'next/headers'
import { env } from '@/lib/env'

/** First line of every action: the form must stand on a page of this portal. Missing, `null` and foreign are refused. */
export async function requireOwnOrigin(): Promise<void> {
  const origin = (await headers()).get('origin')
  if (origin !== env.PORTAL_URL) throw new Error('A form was posted from outside the portal')
}
