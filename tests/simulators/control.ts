import { z } from 'zod'
import { routeNames } from './authy-routes'
import { faultForm, isKnownFault } from './faults'
import { type Answer, type Call, json, redirect, refusal, wantsHtml } from './http'
import { mailsTo } from './mail'
import { answerAsset, answerLive, answerPage } from './pages'
import { answerPhone, phoneList } from './phones'
import { deleteVerifications, expireVerifications, listVerifications } from './verifications'
import { resetWorld, type World } from './world'

const blockForm = z.object({
  prefix: z.string().regex(/^\+?\d{2,14}$/),
  hours: z.coerce.number().positive().default(12),
})
const clockForm = z.object({ advanceSeconds: z.coerce.number() })

/** Everything that is no vendor: the pages for people and the JSON for tests. */
export function answerControl(world: World, call: Call): Answer {
  const [, kind = '', id, ...rest] = call.path.split('/')
  const isForPeople = call.method === 'GET' && (wantsHtml(call) || kind === 'mailbox')
  const page = answerAsset(call) ?? (isForPeople ? answerPage(world, call) : undefined)
  if (page) return page
  if (kind === 'live') return answerLive(world, call)

  const digits = id?.replace(/\D/g, '')
  if (kind === 'phones' && digits) return afterForm(call, digits, answerPhone(world, call, digits, rest))

  const question = `${call.method} ${call.path}`
  if (question === 'GET /' || question === 'GET /phones') return json(phoneList(world))
  if (question === 'GET /health') return json({ ok: true })
  if (question === 'GET /mails') return json(mailsTo(world, call.query.get('to')))
  if (question === 'GET /requests') return json(matching(world.requests, call.query))
  if (question === 'GET /callbacks') return json(matching(world.callbacks, call.query))
  if (question === 'GET /verifications') return json(matching(listVerifications(world), call.query))
  if (question === 'DELETE /verifications') return json(deleteVerifications(world, call.query.get('digits')))
  if (question === 'POST /fraud-guard') return blockPrefix(world, call)
  if (question === 'GET /faults') return json(world.faults)
  if (question === 'POST /faults') return setFault(world, call)
  if (question === 'DELETE /faults') return clearFaults(world, call)
  if (question === 'GET /clock') return json({ now: new Date(world.clock.now()).toISOString() })
  if (question === 'POST /clock') return moveClock(world, call)
  if (question === 'POST /reset') return reset(world)
  return refusal(404, 'Not found.')
}

/** A form without a script goes back to the page it came from. */
function afterForm(call: Call, digits: string, answer: Answer): Answer {
  return call.method === 'POST' && wantsHtml(call) ? redirect(`/phones/${digits}`) : answer
}

/** `?route=sms&digits=12025550101` keeps the entries that have these values. */
function matching<Entry extends object>(entries: Entry[], query: URLSearchParams): Entry[] {
  const wanted = [...query]
  return entries.filter((entry) =>
    wanted.every(([name, value]) => String(new Map(Object.entries(entry)).get(name)) === value),
  )
}

function setFault(world: World, call: Call): Answer {
  const form = faultForm.safeParse(call.body)
  if (!form.success)
    return refusal(400, 'A fault has "route" and "fault", and may have delayMs, times, digits, to.')
  if (!routeNames.includes(form.data.route)) return refusal(400, `Routes are ${routeNames.join(', ')}.`)
  if (!isKnownFault(form.data)) return refusal(400, `There is no fault "${form.data.fault}" on this route.`)
  world.faults.unshift(form.data)
  return json(form.data, 201)
}

/** `DELETE /faults?digits=…` leaves the faults of other tests alone. */
function clearFaults(world: World, call: Call): Answer {
  const cleared = matching(world.faults, call.query)
  world.faults = world.faults.filter((fault) => !cleared.includes(fault))
  return json({ cleared: cleared.length })
}

/** Fraud Guard takes texts to numbers that begin so for pumping, and stops them for 12 hours. */
function blockPrefix(world: World, call: Call): Answer {
  const form = blockForm.safeParse(call.body)
  if (!form.success) return refusal(400, '"prefix" is how the numbers begin, with the country code.')
  const { prefix, hours } = form.data
  const block = { prefix: prefix.replace('+', ''), until: world.clock.now() + hours * 3_600_000 }
  world.fraudBlocks.push(block)
  return json(block, 201)
}

function moveClock(world: World, call: Call): Answer {
  const form = clockForm.safeParse(call.body)
  if (!form.success) return refusal(400, '"advanceSeconds" is a number.')
  world.clock.advance(form.data.advanceSeconds)
  expireVerifications(world)
  return json({ now: new Date(world.clock.now()).toISOString() })
}

function reset(world: World): Answer {
  resetWorld(world)
  return json({ ok: true })
}
