import { headers } from 'next/headers'
import { env } from '@/lib/env'
import { requestScope } from '@/lib/request-scope'

/** Every action calls this first, against forged forms: missing, `null` and foreign origins are refused. */
export async function requireOwnOrigin(): Promise<void> {
  const scope = requestScope.getStore()
  if (scope) scope.isActionRunning = true
  const origin = (await headers()).get('origin')
  if (origin !== env.PORTAL_URL) throw new Error('A form was posted from outside the portal')
}
