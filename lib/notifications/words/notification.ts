import type { FirmPolicy } from '@/lib/access/firm-policy'

/** What people are told by mail (AU-8). Facts only: addresses are read, and words written, when the mail is sent. */
export type Notification =
  | { kind: 'new-browser'; employeeId: string; at: string; place: string; browser: string }
  | { kind: 'second-step-failed'; employeeId: string; at: string; place: string; browser: string }
  | { kind: 'push-denied'; employeeId: string; at: string; place: string; browser: string }
  | { kind: 'tokens-locked'; employeeId: string; at: string; place: string; browser: string }
  /** The last free try at a recovery code was wrong, or the hundredth token: that way is closed for now. */
  | { kind: 'codes-locked'; employeeId: string; at: string; place: string; browser: string }
  | { kind: 'tokens-disabled'; employeeId: string; at: string; place: string; browser: string }
  | { kind: 'tokens-unlocked'; employeeId: string; at: string; by: string; reason: string }
  | {
      kind: 'method-added'
      employeeId: string
      at: string
      place: string
      browser: string
      /** With its id, so that *This was not me* can remove it. */
      method: AddedMethod & { id: string }
    }
  | {
      kind: 'method-removed'
      employeeId: string
      at: string
      place: string
      browser: string
      method: AddedMethod
    }
  | { kind: 'recovery-codes-made'; employeeId: string; at: string; place: string; browser: string }
  | {
      kind: 'recovery-code-used'
      employeeId: string
      at: string
      place: string
      browser: string
      left: number
    }
  | { kind: 'passkey-copied'; employeeId: string; at: string; place: string; browser: string; name: string }
  | { kind: 'browser-trusted'; employeeId: string; at: string; place: string; browser: string }
  | {
      kind: 'number-confirmed'
      employeeId: string
      at: string
      place: string
      browser: string
      number: string
    }
  /** To an admin: somebody of the firm denied a request on the phone, or said "this was not me". */
  | { kind: 'colleague-alarm'; employeeId: string; at: string; about: string; what: 'push-denied' | 'not-me' }
  /** The person said "this was not me": the password opens nothing until a new one is set by mail. */
  | { kind: 'account-secured'; employeeId: string; at: string }
  /** To a supporter: a cap on texts was reached. */
  | { kind: 'texts-used-up'; employeeId: string; at: string; whose: string }
  /** To the person: the vendor of the phone's requests goes, and what to set up instead. */
  | { kind: 'vendor-migrations'; employeeId: string; at: string }
  | { kind: 'password-changed'; employeeId: string; at: string; place: string; browser: string }
  | {
      kind: 'number-changed'
      employeeId: string
      at: string
      by: string
      before: string | null
      after: string | null
    }
  | { kind: 'role-changed'; employeeId: string; at: string; by: string; before: string; after: string }
  | { kind: 'deactivated'; employeeId: string; at: string; by: string }
  | { kind: 'reactivated'; employeeId: string; at: string; by: string }
  | { kind: 'one-time-pass-made'; employeeId: string; at: string; by: string; reason: string }
  | { kind: 'methods-reset'; employeeId: string; at: string; by: string; reason: string }
  | { kind: 'signed-out'; employeeId: string; at: string; by: string; reason: string }
  | { kind: 'phone-enrolled'; employeeId: string; at: string; place: string; browser: string }
  /** To another admin, or to the admin it is about: this waits for a confirmation. */
  | { kind: 'recovery-asked'; employeeId: string; at: string; by: string; reason: string; about: string }
  /** To a supporter: nobody has decided in time, or not even in 72 hours. */
  | { kind: 'case-late'; employeeId: string; caseId: string; number: number; firm: string; isBreach: boolean }
  /** To the person: we said an hour, and are late. */
  | { kind: 'case-answer-late'; employeeId: string; caseId: string; number: number }
  /** To the person: the set-up link has not been used for a day. */
  | { kind: 'enrollment-unused'; employeeId: string; caseId: string; number: number }
  /** To the person, who asked for it: the link to the page of the open case. */
  | { kind: 'case-page-link'; employeeId: string; caseId: string; number: number }
  | { kind: 'rule-switched'; employeeId: string; at: string; by: string; on: boolean }
  | {
      kind: 'policy-changed'
      employeeId: string
      at: string
      by: string
      before: FirmPolicy
      after: FirmPolicy
    }

/** What was added or removed: `name` is the person's own word for it. */
export type AddedMethod = { kind: 'app' | 'passkey'; name: string }

/** What somebody who got in could have done in the person's name: these notices can be answered with *This was not me*. */
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
type OwnAct = Extract<Notification, { kind: (typeof ownActs)[number] }>

export function isOwnAct(notification: Notification): notification is OwnAct {
  return ownActs.some((kind) => kind === notification.kind)
}

/** Notices are written by `tell` alone, which takes nothing else. */
export function readNotification(stored: unknown): Notification {
  return stored as Notification
}
