import type { PendingSignIn } from '@/lib/session/pending-sign-ins'

/** The phone that a token is sent to or comes from, and the pending sign-in whose tries it takes. */
export type TokenTarget = Pick<
  PendingSignIn,
  | 'pendingId'
  | 'employeeId'
  | 'firmId'
  | 'name'
  | 'place'
  | 'browser'
  | 'mobileNumber'
  | 'vendor'
  | 'vendorUserId'
>
