import { createHmac } from 'node:crypto'
import { env } from '@/lib/env'

/**
 * The secrets of a case's own page and of each stop link: 256 bits that only this portal can make from the id, so that
 * every later mail can carry them and the database holds nothing but hashes.
 */
export function pageSecret(caseId: string): string {
  return secretOf('case-page', caseId)
}

export function stopSecret(notificationId: string): string {
  return secretOf('case-stop', notificationId)
}

export function casePageAddress(caseId: string): string {
  return `${env.PORTAL_URL}/lost-phone/case/${pageSecret(caseId)}`
}

export function stopAddress(notificationId: string): string {
  return `${env.PORTAL_URL}/lost-phone/stop/${stopSecret(notificationId)}`
}

function secretOf(purpose: string, id: string): string {
  return createHmac('sha256', env.PROOF_KEY).update(`${purpose}:${id}`).digest('base64url')
}
