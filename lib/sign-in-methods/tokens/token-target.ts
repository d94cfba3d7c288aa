import type { PendingSignIn } from '@/lib/session/pending-sign-ins'

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
