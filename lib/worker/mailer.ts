import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { type Mailer, smtpMailer } from '@/lib/providers/mail'

export const mailer: Mailer = smtpMailer(env.SMTP_URL, env.MAIL_FROM, (refusal) =>
  log.warn(refusal, 'a mail server refuses a mailbox for good'),
)
