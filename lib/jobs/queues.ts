/** Carries no secrets: the worker makes links itself. */
export type Jobs = {
  notification: { notificationId: string; to?: string }
  'password-reset-mail': { email: string; place?: string; browser?: string }
  'invitation-mail': { employeeId: string }
  'register-at-vendor': { employeeId: string }
  'remove-at-vendor': { vendorUserId: string }
  'case-message': { notificationId: string }
  'case-code-mail': { employeeId: string }
  'enrollment-mail': { employeeId: string }
  'confirm-number-mail': { employeeId: string }
  'email-link-mail': { employeeId: string }
  'migrate-firm': { firmId: string; step: 'start' | 'finish' | 'back'; after: string | null }
  'notify-firm': { firmId: string; since: string; by: string; after: string | null }
  'case-clocks': Record<string, never>
  housekeeping: Record<string, never>
}

export type QueueName = keyof Jobs

export const queueNames = [
  'notification',
  'password-reset-mail',
  'invitation-mail',
  'register-at-vendor',
  'remove-at-vendor',
  'case-message',
  'case-code-mail',
  'enrollment-mail',
  'confirm-number-mail',
  'email-link-mail',
  'migrate-firm',
  'notify-firm',
  'case-clocks',
  'housekeeping',
] as const satisfies readonly QueueName[]
