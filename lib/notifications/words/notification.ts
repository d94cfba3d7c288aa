import type { FirmPolicy } from '@/lib/access/firm-policy'
import type { AuthStrength } from '@/prisma/client/enums'

/** The database has only facts: addresses are read and words written as the mail is sent. */
type Facts = {
  'new-browser': Seen
  'second-step-failed': Seen
  'sign-in-copied': Seen
  'push-denied': Seen
  'tokens-locked': Seen
  'codes-locked': Seen
  'tokens-disabled': Seen
  'tokens-unlocked': RecoveryByAdmin
  /** The id lets *This was not me* remove the method. */
  'method-added': Seen & { method: AddedMethod & { id: string } }
  'method-removed': Seen & { method: AddedMethod }
  'recovery-codes-made': Seen
  'recovery-code-used': Seen & { left: number }
  'passkey-copied': Seen & { name: string }
  'browser-trusted': Seen
  'number-confirmed': Seen & { number: string }
  'session-guessed': Seen
  'new-admin': ByAdmin & { about: string; how: 'added' | 'promoted' | 'reactivated' }
  'colleague-number-confirmed': { at: string; about: string; number: string }
  'address-tried': { at: string; firm: string }
  /** A supporter gets this when a firm has tried too many addresses of other firms. */
  'adding-paused': { at: string; firm: string }
  'admin-alert': { at: string; about: string; what: 'push-denied' | 'not-me' }
  'account-secured': { at: string }
  /** A supporter gets this when a cap on texts is reached. */
  'texts-used-up': { at: string; whose: string }
  'vendor-migrations': { at: string }
  'password-changed': Seen
  'number-changed': ByAdmin & { before: string | null; after: string | null }
  'email-change-asked': ByAdmin & { after: string }
  'email-changed': Seen & { before: string; after: string }
  'role-changed': ByAdmin & { before: string; after: string }
  deactivated: ByAdmin
  reactivated: ByAdmin
  'one-time-pass-made': RecoveryByAdmin
  'methods-reset': RecoveryByAdmin
  'signed-out': RecoveryByAdmin
  'phone-enrolled': Seen
  'recovery-asked': RecoveryByAdmin & { about: string }
  'case-late': AboutCase & { firm: string; isBreach: boolean }
  'case-answer-late': AboutCase
  'enrollment-unused': AboutCase
  'case-page-link': AboutCase
  'rule-switched': ByAdmin & { on: boolean; reason?: string }
  'second-step-required': ByAdmin & {
    allowsPush: boolean
    allowsApp: boolean
    allowsText: boolean
    minimum: AuthStrength
  }
  'policy-changed': ByAdmin & { before: FirmPolicy; after: FirmPolicy }
}

/** The person acted here, or an attacker in the person's name. */
type Seen = { at: string; place: string; browser: string }
type ByAdmin = { at: string; by: string }
type RecoveryByAdmin = ByAdmin & { reason: string }
type AboutCase = { caseId: string; number: number }

export type NotificationOf<Kind extends keyof Facts> = {
  [K in Kind]: { kind: K; employeeId: string } & Facts[K]
}[Kind]
export type Notification = NotificationOf<keyof Facts>

export type AddedMethod = { kind: 'app' | 'passkey'; name: string }

export const ownActs = [
  'new-browser',
  'second-step-failed',
  'sign-in-copied',
  'push-denied',
  'tokens-locked',
  'codes-locked',
  'tokens-disabled',
  'method-added',
  'method-removed',
  'recovery-codes-made',
  'recovery-code-used',
  'passkey-copied',
  'browser-trusted',
  'session-guessed',
  'number-confirmed',
  'password-changed',
  'number-changed',
  'email-change-asked',
  'email-changed',
  'phone-enrolled',
  'case-page-link',
] as const satisfies readonly Notification['kind'][]

export function isOwnAct(
  notification: Notification,
): notification is NotificationOf<(typeof ownActs)[number]> {
  return ownActs.some((kind) => kind === notification.kind)
}

/** PostgreSQL writes the notification's time; `at` is given only for another moment. */
export type NewNotification = WithoutTime<Notification> & { at?: string }
type WithoutTime<One> = One extends unknown ? Omit<One, 'at'> : never

/** `notify` alone writes notifications, so the stored JSON needs no check. */
export function readNotification(stored: unknown, at: Date): Notification {
  return { at: at.toISOString(), ...(stored as NewNotification) } as Notification
}
