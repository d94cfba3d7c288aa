import { z } from 'zod'
import type { TextMessenger } from './text-messages'
import { openTwilioClient, type TwilioAccess, type TwilioClient } from './twilio-client'

type TwilioSettings = TwilioAccess & {
  from: string
  report?: (refusal: { vendorCode: number }) => void
}

type Listed = Awaited<ReturnType<TwilioClient['messages']['list']>>[number]

/** Twilio Messages takes no idempotency key, so a repeat first looks for the number and exact body. */
export function twilioTexts(settings: TwilioSettings): TextMessenger {
  return {
    async send({ to, body, sentBefore }) {
      const { client, deadline } = openTwilioClient(settings, 'api')
      try {
        if (sentBefore && (await hasLeft(client, to, body))) return 'sent'

        const answer = await create(client, settings.from, to, body)
        if (answer.outcome === 'refused') settings.report?.({ vendorCode: answer.vendorCode })
        return answer.outcome
      } catch (error) {
        throw new Error(`Text not sent: ${deadline.aborted ? 'no answer in time' : codeOf(error)}.`)
      }
    },
  }
}

async function hasLeft(client: TwilioClient, to: string, body: string): Promise<boolean> {
  // A queued text has no sending date yet, so the query does not filter by date.
  const texts = await client.messages.list({ to, limit: 50 })
  const oldest = Date.now() - 24 * 60 * 60 * 1000
  const isThis = (text: Listed) =>
    text.to === to && text.body === body && text.dateCreated.getTime() >= oldest
  return texts.some((text) => isThis(text) && !lost.has(text.status))
}

const lost = new Set<string>(['failed', 'undelivered', 'canceled'])

type Answer = { outcome: 'sent' } | { outcome: 'refused'; vendorCode: number }

async function create(client: TwilioClient, from: string, to: string, body: string): Promise<Answer> {
  const sender = from.startsWith('MG') ? { messagingServiceSid: from } : { from }
  try {
    // "Smart encoding" replaces characters, and a repeat would not find the text again.
    const text = await client.messages.create({ ...sender, to, body, smartEncoded: false })
    if (accepted.safeParse(text).success && text.to === to) return { outcome: 'sent' }
  } catch (error) {
    const said = saidNo.safeParse(error)
    if (!said.success || !isFinal(said.data)) throw error
    return { outcome: 'refused', vendorCode: said.data.code }
  }
  throw new Error('the answer proves nothing')
}

const accepted = z.object({
  sid: z.string().regex(/^(SM|MM)[0-9a-f]{32}$/i),
  status: z.enum(['accepted', 'queued', 'sending', 'sent', 'delivered']),
})
const saidNo = z.object({ status: z.int(), code: z.int().positive() })

/** A 4xx with a Twilio number is about this text or phone, unless it is about our account or sender. */
function isFinal({ status, code }: z.infer<typeof saidNo>): boolean {
  if (status < 400 || status > 499 || status === 408 || status === 429) return false
  return !(code >= 20_000 && code <= 20_999) && !aboutUs.has(code)
}

const aboutUs = new Set([
  10_001, // account not active
  21_212, // sender invalid
  21_603, // no sender
  21_606, // sender not of this account
  21_608, // trial account
  21_611, // sender's queue full
  21_659, // sender not Twilio's
  21_660, // sender of another account
  21_701, // messaging service unknown
  21_703, // messaging service empty
])

/** The package's errors contain the number, text or credentials, so only codes are logged. */
function codeOf(error: unknown): string {
  const said = z.object({ status: z.int(), code: z.int().optional() }).safeParse(error)
  if (said.success) return `status ${said.data.status}, code ${said.data.code ?? 'unknown'}`
  const network = z.object({ code: z.string().regex(/^[A-Z_]{1,30}$/) }).safeParse(error)
  return network.success ? network.data.code : 'the answer proves nothing'
}
