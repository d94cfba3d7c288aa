import { z } from 'zod'
import { emailAddress } from '@/lib/email-address'

export const askResetForm = z.strictObject({ email: emailAddress })

export const setPasswordForm = z.strictObject({
  link: z.string().max(100),
  newPassword: z.string().min(1, 'Type a new password.').max(1024, 'Use at most 128 characters.'),
})
