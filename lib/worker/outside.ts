import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { type Mailer, smtpMailer } from '@/lib/providers/mail'
import type { SecondFactorProvider } from '@/lib/providers/second-factor'
import type { TextMessenger } from '@/lib/providers/text-messages'
import { twilioTexts } from '@/lib/providers/text-messages.twilio'
import { provider } from '@/lib/sign-in-methods/vendors/vendors'

export type Outside = { mailer: Mailer; texter: TextMessenger; provider: SecondFactorProvider }

/** Loads in the worker only: the vendor's package for texts is large. */
export const outside: Outside = {
  mailer: smtpMailer(env.SMTP_URL, env.MAIL_FROM, (refusal) =>
    log.warn(refusal, 'A mail server rejected a mailbox permanently'),
  ),
  texter: twilioTexts({
    accountSid: env.TWILIO_ACCOUNT_SID,
    authToken: env.TWILIO_AUTH_TOKEN,
    from: env.TWILIO_FROM,
    baseUrl: env.TWILIO_URL,
    timeoutMs: 7000,
    report: (refusal) => log.warn(refusal, 'Twilio rejected a text permanently'),
  }),
  provider,
}
