/** Every job and what it carries. A job holds ids, never secrets: the worker makes links and reads addresses itself. */
export type Jobs = {
  notice: { noticeId: string }
  'password-reset-mail': { email: string; place?: string; browser?: string }
  'invitation-mail': { employeeId: string }
  'enrol-employee': { employeeId: string }
  'remove-vendor-user': { vendorUserId: string }
  'case-notice': { noticeId: string }
  'case-code-mail': { employeeId: string }
  'set-up-mail': { employeeId: string }
  'confirm-number-mail': { employeeId: string }
  'move-firm': { firmId: string; step: 'start' | 'finish' | 'back'; after: string | null }
  'case-clocks': Record<string, never>
  housekeeping: Record<string, never>
}

export type QueueName = keyof Jobs

export const queueNames = [
  'notice',
  'password-reset-mail',
  'invitation-mail',
  'enrol-employee',
  'remove-vendor-user',
  'case-notice',
  'case-code-mail',
  'set-up-mail',
  'confirm-number-mail',
  'move-firm',
  'case-clocks',
  'housekeeping',
] as const satisfies readonly QueueName[]
