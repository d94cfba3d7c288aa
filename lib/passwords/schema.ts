import { z } from 'zod'
import { emailAddress } from '@/lib/contact/email-address'
import { passwordSentences } from './rules'

export const newPassword = z.string().min(1, 'Enter a new password.').max(1024, passwordSentences['too-long'])

export const askResetForm = z.strictObject({ email: emailAddress })

export const setPasswordForm = z.strictObject({
  link: z.string().max(100),
  newPassword,
})
