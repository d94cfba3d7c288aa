import { answerWithFault, takeFault } from './faults'
import type { Answer, Call, Dropped } from './http'
import { logRequest } from './request-log'
import { twilioError } from './twilio-answers'
import { isSignedIn } from './twilio-routes'
import {
  checkVerification,
  expireVerifications,
  findPending,
  readVerification,
  startVerification,
  updateVerification,
} from './verifications'
import { readService, verifyWords } from './verify-answers'
import type { World } from './world'

type Route = {
  name: string
  question: RegExp
  run: (world: World, call: Call, subject: string) => Answer
}

/** By method and path below the service. A subject is a sid or a number. */
const routes: Route[] = [
  { name: 'verify-service', question: /^GET $/, run: readService },
  { name: 'verify-send', question: /^POST \/Verifications$/, run: startVerification },
  { name: 'verify-check', question: /^POST \/VerificationCheck$/, run: checkVerification },
  {
    name: 'verify-read',
    question: /^GET \/Verifications\/(?<subject>[^/]+)$/,
    run: (world, call, subject) => readVerification(world, subject, call),
  },
  {
    name: 'verify-update',
    question: /^POST \/Verifications\/(?<subject>[^/]+)$/,
    run: (world, call, subject) => updateVerification(world, subject, call),
  },
]

export function isVerifyPath(path: string): boolean {
  return path.startsWith('/v2/')
}

export async function answerVerifyCall(world: World, call: Call): Promise<Answer | Dropped> {
  expireVerifications(world)
  const [, service, rest = ''] = /^\/v2\/Services\/([^/]+)(\/.*)?$/.exec(call.path) ?? []
  const question = `${call.method} ${rest}`
  const route = service === undefined ? undefined : routes.find((one) => one.question.test(question))
  const subject = subjectOf(route, question)
  const digits = digitsOf(world, call, subject)
  logRequest(world.requests, call, { route: route?.name ?? 'unknown', digits, at: world.clock.now() })

  if (!isSignedIn(world, call)) return twilioError('20003')
  if (!route || service !== world.settings.twilio.verifyService) return twilioError('20404')

  const run = () => route.run(world, call, subject)
  const fault = takeFault(world, route.name, { digits })
  return fault ? answerWithFault({ fault, route: route.name, call, words: verifyWords }, run) : run()
}

function subjectOf(route: Route | undefined, question: string): string {
  const subject = route?.question.exec(question)?.groups?.subject ?? ''
  return subject.replace(/^%2B/i, '+')
}

function digitsOf(world: World, call: Call, subject: string): string | undefined {
  const { To, VerificationSid } = Object(call.body)
  const named = String(To ?? VerificationSid ?? subject)
  return named.startsWith('+') ? named.replace(/\D/g, '') : findPending(world, named)?.digits
}
