import { createHmac, randomUUID } from 'node:crypto'
import { env } from '@/lib/env'
import { storedId } from '@/lib/secrets/secret-id'

export function newNotificationId(): string {
  return randomUUID()
}

/** Derives the secret from the notification, so the mail can carry it and the database need not. */
export function notMeSecret(notificationId: string): string {
  return createHmac('sha256', env.PROOF_KEY).update(`not-me:${notificationId}`).digest('base64url')
}

export function notMeHashOf(notificationId: string): string {
  return storedId(notMeSecret(notificationId))
}
