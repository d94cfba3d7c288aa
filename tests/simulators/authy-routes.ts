import { authyWords, notFoundPage, validToken, vendorError } from './authy-answers'
import { createPush, readPush } from './authy-pushes'
import { stubs } from './authy-stubs'
import { sendToken, verifyToken } from './authy-tokens'
import {
  digitsOfNewUser,
  findUser,
  registerActivity,
  registerUser,
  removeUser,
  userStatus,
} from './authy-users'
import { sendEarlyApproval } from './callback'
import { answerWithFault, takeFault, textRoutes } from './faults'
import { type Answer, type Call, type Dropped, json } from './http'
import { logRequest } from './request-log'
import { verifyRoutes } from './verify-answers'
import type { AuthyUser, World } from './world'

type Match = { id?: string; token?: string; uuid?: string }

type Route = {
  name: string
  method: 'GET' | 'POST'
  path: RegExp
  run: (world: World, call: Call, match: Match) => Answer | Promise<Answer>
  digits?: (world: World, call: Call, match: Match) => string | undefined
}

const routes: Route[] = [
  {
    name: 'register',
    method: 'POST',
    path: /^\/protected\/json\/users\/new$/,
    run: registerUser,
    digits: (_, call) => digitsOfNewUser(call),
  },
  ofUser('status', 'GET', 'users/ID/status', userStatus),
  ofUser('remove', 'POST', 'users/ID/(?:remove|delete)', removeUser),
  ofUser('activity', 'POST', 'users/ID/register_activity', (_, _user, call) => registerActivity(call)),
  ofUser('sms', 'GET', 'sms/ID', (world, user, call) => sendToken(world, user, call, 'sms')),
  ofUser('call', 'GET', 'call/ID', (world, user, call) => sendToken(world, user, call, 'call')),
  ofUser('verify', 'GET', 'verify/(?<token>[^/]+)/ID', (world, user, call, match) =>
    verifyToken(world, user, match.token ?? '', call),
  ),
  {
    ...ofUser('push', 'POST', 'users/ID/approval_requests', async (world, user, call) => {
      const answer = createPush(world, user, call)
      await sendEarlyApproval(world, user, answer)
      return answer
    }),
    path: /^\/onetouch\/json\/users\/(?<id>[^/]+)\/approval_requests$/,
  },
  {
    name: 'push-status',
    method: 'GET',
    path: /^\/onetouch\/json\/approval_requests\/(?<uuid>[^/]+)$/,
    run: (world, _, match) => readPush(world, world.pushes.get(match.uuid ?? '')),
    digits: (world, _, match) => world.pushes.get(match.uuid ?? '')?.digits,
  },
  stub('app-details', 'GET', 'app/details', () => stubs.appDetails()),
  stub('app-stats', 'GET', 'app/stats', (world) => stubs.appStats(world)),
  stub('phone-info', 'GET', 'phones/info', (world) => stubs.phoneInfo(world)),
  stub('verification-start', 'POST', 'phones/verification/start', (_, call) => stubs.startVerification(call)),
  stub('verification-check', 'GET', 'phones/verification/check', (_, call) => stubs.checkVerification(call)),
]

export const routeNames = [
  ...routes.map((route) => route.name),
  ...['any', 'callback', 'smtp', 'verify-event', ...textRoutes, ...verifyRoutes],
]

export function answerElsewhere(world: World, call: Call): Answer {
  logRequest(world.requests, call, { route: 'elsewhere', at: world.clock.now() })
  const push = world.pushes.get(call.path.split('/').at(-1) ?? '')
  const approved = { ...Object(Object(readPush(world, push).body).approval_request), status: 'approved' }
  const sent = { message: 'SMS token was sent', cellphone: '+1-XXX-XXX-XX00', success: true }
  if (call.path.includes('/verify/')) return json(validToken)
  return json(push ? { approval_request: approved, success: true } : sent)
}

export function isVendorPath(path: string): boolean {
  return path.startsWith('/protected/') || path.startsWith('/onetouch/')
}

export async function answerVendorCall(world: World, call: Call): Promise<Answer | Dropped> {
  const path = servedPath(call.path)
  const route = routes.find((one) => one.method === call.method && one.path.test(path))
  const match: Match = { ...route?.path.exec(path)?.groups }
  const digits = route?.digits?.(world, call, match)
  logRequest(world.requests, call, { route: route?.name ?? 'unknown', digits, at: world.clock.now() })

  if (!route) return notFoundPage
  const key = call.headers['x-authy-api-key'] ?? call.query.get('api_key')
  if (key !== world.settings.authyApiKey) return vendorError('60001')

  const run = () => route.run(world, call, match)
  const fault = takeFault(world, route.name, { digits })
  return fault ? answerWithFault({ fault, route: route.name, call, words: authyWords }, run) : run()
}

/**
 * In 2015 the vendor's server decoded the path before it resolved `..`, so a "token" of `../sms` sent a text and came
 * back with success. It is kept here so that a test can prove that our client never sends such a token.
 */
function servedPath(path: string): string {
  const served: string[] = []
  for (const segment of decoded(path).split('#')[0]?.split('/') ?? []) {
    if (segment === '..') served.pop()
    else if (segment !== '.') served.push(segment)
  }
  return served.join('/')
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function ofUser(
  name: string,
  method: Route['method'],
  path: string,
  run: (world: World, user: AuthyUser, call: Call, match: Match) => Answer | Promise<Answer>,
): Route {
  return {
    name,
    method,
    path: new RegExp(`^/protected/json/${path.replace('ID', '(?<id>[^/]+)')}$`),
    run: (world, call, match) => {
      const user = findUser(world, match.id)
      return user ? run(world, user, call, match) : vendorError('60026')
    },
    digits: (world, _, match) => findUser(world, match.id)?.digits,
  }
}

function stub(
  name: string,
  method: Route['method'],
  path: string,
  run: (world: World, call: Call) => Answer,
): Route {
  return { name, method, path: new RegExp(`^/protected/json/${path}$`), run }
}
