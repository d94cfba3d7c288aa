import type { FirmPolicy } from '@/lib/access/firm-policy'

/** Facts alone: addresses are read, and words written, when the mail is sent. */
type Facts = {
  'new-browser': Seen
  'second-step-failed': Seen
  'push-denied': Seen
  'tokens-locked': Seen
  /** The last free try at a recovery code was wrong, or the hundredth token: the method is closed for now. */
  'codes-locked': Seen
  'tokens-disabled': Seen
  'tokens-unlocked': RecoveryByAdmin
  /** With its id, so that *This was not me* can remove it. */
  'method-added': Seen & { method: AddedMethod & { id: string } }
  'method-removed': Seen & { method: AddedMethod }
  'recovery-codes-made': Seen
  'recovery-code-used': Seen & { left: number }
  'passkey-copied': Seen & { name: string }
  'browser-trusted': Seen
  'number-confirmed': Seen & { number: string }
  /** To an admin: a colleague denied a push, or said "this was not me". */
  'colleague-alarm': { at: string; about: string; what: 'push-denied' | 'not-me' }
  /** The person said "this was not me": the password is blocked until a new one is set by mail. */
  'account-secured': { at: string }
  /** To a supporter: a cap on texts was reached. */
  'texts-used-up': { at: string; whose: string }
  /** To the person: the vendor of the pushes goes, and what to set up instead. */
  'vendor-migrations': { at: string }
  'password-changed': Seen
  /** Each number by its last digits, as in `ending 0123`. */
  'number-changed': ByAdmin & { before: string | null; after: string | null }
  'role-changed': ByAdmin & { before: string; after: string }
  deactivated: ByAdmin
  reactivated: ByAdmin
  'one-time-pass-made': RecoveryByAdmin
  'methods-reset': RecoveryByAdmin
  'signed-out': RecoveryByAdmin
  'phone-enrolled': Seen
  /** To another admin, or to the admin it is about: this waits for a confirmation. */
  'recovery-asked': RecoveryByAdmin & { about: string }
  /** To a supporter: the case was not decided in time, or not even in 72 hours. */
  'case-late': AboutCase & { firm: string; isBreach: boolean }
  /** To the person: the promised time for an answer is over. */
  'case-answer-late': AboutCase
  /** To the person: the set-up link has not been used for a day. */
  'enrollment-unused': AboutCase
  /** To the person, at the person's own request: the link to the page of the open case. */
  'case-page-link': AboutCase
  'rule-switched': ByAdmin & { on: boolean }
  'policy-changed': ByAdmin & { before: FirmPolicy; after: FirmPolicy }
}

/** From where the person, or an attacker in the person's name, did it. */
type Seen = { at: string; place: string; browser: string }
type ByAdmin = { at: string; by: string }
type RecoveryByAdmin = ByAdmin & { reason: string }
type AboutCase = { caseId: string; number: number }

/** What a person is notified of, by mail and in the portal. */
export type NotificationOf<Kind extends keyof Facts> = {
  [K in Kind]: { kind: K; employeeId: string } & Facts[K]
}[Kind]
export type Notification = NotificationOf<keyof Facts>

/** What was added or removed: `name` is the person's own word for it. */
export type AddedMethod = { kind: 'app' | 'passkey'; name: string }

/** What an attacker could have done in the person's name: the person can answer these with *This was not me*. */
export const ownActs = [
  'new-browser',
  'second-step-failed',
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
  'number-confirmed',
  'password-changed',
  'number-changed',
  'phone-enrolled',
  'case-page-link',
] as const satisfies readonly Notification['kind'][]

export function isOwnAct(
  notification: Notification,
): notification is NotificationOf<(typeof ownActs)[number]> {
  return ownActs.some((kind) => kind === notification.kind)
}

/** `at` is given only where it is another moment than that of the notification itself, which PostgreSQL writes. */
export type NewNotification = WithoutTime<Notification> & { at?: string }
type WithoutTime<One> = One extends unknown ? Omit<One, 'at'> : never

/** `notify` alone writes notifications, and takes nothing else. */
export function readNotification(stored: unknown, at: Date): Notification {
  return { at: at.toISOString(), ...(stored as NewNotification) } as Notification
}
