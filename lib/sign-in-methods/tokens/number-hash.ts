import { createHmac } from 'node:crypto'
import { env } from '@/lib/env'

/** Keyed, so that the table of texts is no list of numbers. */
export function numberHash(mobileNumber: string): string {
  return createHmac('sha256', env.PROOF_KEY).update(`number:${mobileNumber}`).digest('hex')
}
