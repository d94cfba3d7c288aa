import { env } from '@/lib/env'
import { type Mailer, smtpMailer } from '@/lib/providers/mail'

export const mailer: Mailer = smtpMailer(env.SMTP_URL, env.MAIL_FROM)
