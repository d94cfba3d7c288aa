import type { PendingSignIn } from '@/lib/session/pending-sign-ins'

export type TokenTarget = Pick<
  PendingSignIn,
  | 'pendingId'
  | 'purpose'
  | 'employeeId'
  | 'firmId'
  | 'name'
  | 'place'
  | 'browser'
  | 'mobileNumber'
  | 'vendor'
  | 'vendorUserId'
>
