import { z } from 'zod'
import { newPassword } from '@/lib/passwords/schema'

export const changePasswordForm = z.strictObject({
  currentPassword: z
    .string()
    .min(1, 'Enter your current password.')
    .max(1024, "That isn't your current password."),
  newPassword,
})

export type ChangePasswordForm = z.output<typeof changePasswordForm>

export const endSessionForm = z.strictObject({ sessionId: z.string().regex(/^[0-9a-f]{64}$/) })

export const confirmEmailForm = z.strictObject({ link: z.string().max(100) })

export const forgetBrowserForm = z.strictObject({ browserHash: z.string().max(100) })

export const bareForm = z.strictObject({})
