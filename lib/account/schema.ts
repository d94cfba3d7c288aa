import { z } from 'zod'

export const changePasswordForm = z.strictObject({
  currentPassword: z
    .string()
    .min(1, 'Type your current password.')
    .max(1024, 'That is not your current password.'),
  newPassword: z.string().min(1, 'Type a new password.').max(1024, 'Use at most 128 characters.'),
})

export type ChangePasswordForm = z.output<typeof changePasswordForm>

export const endSessionForm = z.strictObject({ sessionId: z.string().regex(/^[0-9a-f]{64}$/) })
