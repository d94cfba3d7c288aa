import { answerWithFault, takeFault } from './faults'
import type { Answer, Call, Dropped } from './http'
import { logRequest } from './request-log'
import { twilioError, twilioWords } from './twilio-answers'
import { createText, listTexts } from './twilio-texts'
import type { World } from './world'

const path = /^\/2010-04-01\/Accounts\/(?<account>[^/]+)\/Messages\.json$/

const routes = {
  POST: { name: 'text-create', run: createText, to: (call: Call) => Object(call.body).To },
  GET: { name: 'text-list', run: listTexts, to: (call: Call) => call.query.get('To') },
}

export function isTwilioPath(target: string): boolean {
  return target.startsWith('/2010-04-01/')
}

export async function answerTwilioCall(world: World, call: Call): Promise<Answer | Dropped> {
  const match = path.exec(call.path)
  const method = call.method === 'POST' || call.method === 'GET' ? call.method : null
  const route = match && method ? routes[method] : null
  const digits = String(route?.to(call) ?? '').replace(/\D/g, '') || undefined
  logRequest(world.requests, call, { route: route?.name ?? 'unknown', digits, at: world.clock.now() })

  if (!isSignedIn(world, call)) return twilioError('20003')
  if (!route || match?.groups?.account !== world.settings.twilio.accountSid) return twilioError('20404')

  const run = () => route.run(world, call)
  const fault = takeFault(world, route.name, { digits })
  return fault ? answerWithFault({ fault, route: route.name, call, words: twilioWords }, run) : run()
}

export function isSignedIn(world: World, call: Call): boolean {
  const { accountSid, authToken } = world.settings.twilio
  const credentials = Buffer.from(`${accountSid}:${authToken}`).toString('base64')
  return call.headers.authorization === `Basic ${credentials}`
}
