import { randomBytes } from 'node:crypto'
import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { z } from 'zod'
import { type Answer, type Call, json } from './http'
import { sentAt, textView, twilioError } from './twilio-answers'
import { keepMessage, phoneOf, type SentText, type World } from './world'

const keptTexts = 1000

const newText = z.object({
  To: z.string().default(''),
  From: z.string().default(''),
  MessagingServiceSid: z.string().default(''),
  Body: z.string().default(''),
})

/** Every request is another text: the vendor's API cannot mark it as the same one again. */
export function createText(world: World, call: Call): Answer {
  const form = newText.safeParse(call.body)
  if (!form.success) return twilioError('21604')

  const { To: to, From, MessagingServiceSid, Body: body } = form.data
  if (!to) return twilioError('21604')
  if (!parsePhoneNumberFromString(to)?.isValid()) return twilioError('21211')
  if (!From && !MessagingServiceSid) return twilioError('21603')
  if (!body) return twilioError('21602')
  if (body.length > 1600) return twilioError('21617')

  const text: SentText = {
    sid: `SM${randomBytes(16).toString('hex')}`,
    to,
    from: From || '+15005550006',
    messagingServiceSid: MessagingServiceSid || null,
    body,
    createdAt: world.clock.now(),
  }
  world.texts.unshift(text)
  world.texts.length = Math.min(world.texts.length, keptTexts)
  keepMessage(phoneOf(world, to.slice(1)), { to, body, code: '', via: 'sms', sentAt: text.createdAt })
  return json(textView(world, text), 201)
}

const page = z.object({
  PageSize: z.coerce.number().int().min(1).max(1000).catch(50),
  Page: z.coerce.number().int().min(0).catch(0),
})

/** Newest first, in pages. */
export function listTexts(world: World, call: Call): Answer {
  const found = world.texts.filter((text) => isWanted(world, text, call.query))
  const { PageSize: size, Page: number } = page.parse(Object.fromEntries(call.query))
  const start = number * size
  const shown = found.slice(start, start + size)
  return json({
    first_page_uri: pageUri(call, 0),
    end: start + Math.max(0, shown.length - 1),
    previous_page_uri: number > 0 ? pageUri(call, number - 1) : null,
    messages: shown.map((text) => textView(world, text)),
    uri: pageUri(call, number),
    page_size: size,
    start,
    next_page_uri: start + size < found.length ? pageUri(call, number + 1) : null,
    page: number,
  })
}

/** Dates come as a day or as a moment, in GMT. `DateSent<` and `DateSent>` include what they name. */
function isWanted(world: World, text: SentText, query: URLSearchParams): boolean {
  const [to, from] = [query.get('To'), query.get('From')]
  if ((to && text.to !== to) || (from && text.from !== from)) return false

  const bounds = ['DateSent', 'DateSent<', 'DateSent>'].map((name) => query.get(name))
  if (bounds.every((bound) => !bound)) return true
  const sent = sentAt(world, text)
  if (sent === null) return false
  const moment = new Date(sent).toISOString()
  const [on, before, after] = bounds.map((bound) => bound ?? '')
  return (
    (!on || moment.startsWith(on.slice(0, 10))) &&
    (!before || moment.slice(0, 19) <= endOf(before)) &&
    (!after || moment >= after)
  )
}

function endOf(bound: string): string {
  return bound.length > 10 ? bound.slice(0, 19) : `${bound}T23:59:59`
}

function pageUri(call: Call, number: number): string {
  const query = new URLSearchParams(call.query)
  query.set('Page', String(number))
  return `${call.path}?${query}`
}
