import { env } from '@/lib/env'
import { log } from '@/lib/log'
import type { TextMessenger } from '@/lib/providers/text-messages'
import { twilioTexts } from '@/lib/providers/text-messages.twilio'

/** For the worker only: the vendor's package is large, and no page of the portal may load it. */
export const texter: TextMessenger = twilioTexts({
  accountSid: env.TWILIO_ACCOUNT_SID,
  authToken: env.TWILIO_AUTH_TOKEN,
  from: env.TWILIO_FROM,
  baseUrl: env.TWILIO_URL,
  timeoutMs: 7000,
  report: (refusal) => log.warn(refusal, 'the vendor refuses a text for good'),
})
