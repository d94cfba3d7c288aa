import { createHmac } from 'node:crypto'
import { env } from '@/lib/env'

/** Derives the secret from the id, so every later mail can carry it and the database keeps only hashes. */
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
