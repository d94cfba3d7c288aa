import type { VendorWords } from './faults'
import type { Answer } from './http'
import type { SentText, World } from './world'

const known: Record<string, { status: number; message: string }> = {
  '20003': { status: 401, message: 'Authenticate' },
  '20404': { status: 404, message: 'The requested resource was not found' },
  '20429': { status: 429, message: 'Too Many Requests' },
  '20500': { status: 500, message: 'An internal server error has occurred' },
  '21211': { status: 400, message: "The 'To' number is not a valid phone number." },
  '21602': { status: 400, message: 'Message body is required.' },
  '21603': { status: 400, message: "A 'From' phone number is required." },
  '21604': { status: 400, message: "A 'To' phone number is required." },
  '21610': { status: 400, message: 'Attempt to send to unsubscribed recipient' },
  '21614': { status: 400, message: "'To' number is not a valid mobile number" },
  '21617': { status: 400, message: 'The concatenated message body exceeds the 1600 character limit' },
  '60200': { status: 400, message: 'Invalid parameter' },
  '60202': { status: 429, message: 'Max check attempts reached' },
  '60203': { status: 429, message: 'Max send attempts reached' },
  '60204': { status: 400, message: 'The service does not support this feature' },
  '60205': { status: 400, message: 'SMS is not supported by landline phone number' },
  '60212': { status: 429, message: 'Too many concurrent requests for phone number' },
  '60223': { status: 400, message: 'Delivery channel disabled' },
  '60238': { status: 403, message: 'Verification creation attempt blocked by Twilio' },
  '60401': { status: 503, message: 'Internal network error' },
  '60410': { status: 403, message: 'Verification delivery attempt blocked' },
  '60605': { status: 403, message: 'Verification blocked because of the destination country' },
}

/** Error numbers are numbers here, and the HTTP status is repeated in the body. */
export function twilioError(code: string): Answer {
  const { status, message } = known[code] ?? { status: 400, message: `Error ${code}` }
  const more_info = `https://www.twilio.com/docs/errors/${code}`
  return { status, body: { code: Number(code), message, more_info, status } }
}

export const twilioWords: VendorWords = {
  busy: () => twilioError('20429'),
  broken: () => twilioError('20500'),
  error: (code) => (/^2\d{4}$/.test(code) ? twilioError(code) : undefined),
}

/** How long a text takes. Until then it has no date of sending, and no filter by that date finds it. */
const queuedMs = 2000

export function sentAt(world: World, text: SentText): number | null {
  const time = text.createdAt + queuedMs
  return time <= world.clock.now() ? time : null
}

export function textView(world: World, text: SentText) {
  const sent = sentAt(world, text)
  const account = world.settings.twilio.accountSid
  const uri = `/2010-04-01/Accounts/${account}/Messages/${text.sid}`
  const isOfService = text.messagingServiceSid !== null
  return {
    account_sid: account,
    api_version: '2010-04-01',
    body: text.body,
    date_created: rfc2822(text.createdAt),
    date_sent: sent === null ? null : rfc2822(sent),
    date_updated: rfc2822(sent ?? text.createdAt),
    direction: 'outbound-api',
    error_code: null,
    error_message: null,
    from: isOfService && sent === null ? null : text.from,
    messaging_service_sid: text.messagingServiceSid,
    num_media: '0',
    num_segments: isOfService && sent === null ? '0' : String(Math.ceil(text.body.length / 153)),
    price: null,
    price_unit: 'USD',
    sid: text.sid,
    status: sent === null ? (isOfService ? 'accepted' : 'queued') : 'delivered',
    subresource_uris: { media: `${uri}/Media.json` },
    to: text.to,
    uri: `${uri}.json`,
  }
}

function rfc2822(time: number): string {
  return new Date(time).toUTCString().replace('GMT', '+0000')
}
