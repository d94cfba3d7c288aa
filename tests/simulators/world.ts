import { type Clock, createClock } from './clock'
import type { Fault } from './faults'
import type { Mail } from './mail'
import type { LoggedRequest } from './request-log'

/** What the vendor knows about one number. Two employees with one number are one user to Authy. */
export type AuthyUser = { id: number; digits: string; countryCode: number; email: string; createdAt: number }

export type TextMessage = { to: string; body: string; code: string; via: 'sms' | 'call'; sentAt: number }

export type Phone = {
  digits: string
  installed: boolean
  messages: TextMessage[]
  /** The code that a repeated request would send again. */
  textToken: { code: string; createdAt: number } | null
  usedTokens: { token: string; usedAt: number }[]
  pushes: string[]
  /** Until this moment the account is being recovered and the app is silent; afterwards it is reported. */
  recoveryAt: number | null
  knownSince: number
}

export type Push = {
  uuid: string
  authyId: number
  digits: string
  message: string
  details: Record<string, string>
  hiddenDetails: Record<string, string> | null
  logos: { res: string; url: string }[]
  createdAt: number
  expiresAt: number | null
  answer: 'approved' | 'denied' | null
  answeredAt: number | null
}

export type SentCallback = { uuid: string; status: number | null; problem: string | null; at: string }

export type Settings = { authyApiKey: string; callbackUrl: string }

export type World = {
  settings: Settings
  clock: Clock
  /** Which id a number has. Never forgotten, so that a reset cannot give one person's id to another. */
  ids: Map<string, number>
  takenIds: Set<number>
  users: Map<number, AuthyUser>
  phones: Map<string, Phone>
  pushes: Map<string, Push>
  mails: Mail[]
  faults: Fault[]
  requests: LoggedRequest[]
  callbacks: SentCallback[]
}

export function createWorld(settings: Settings): World {
  return {
    settings,
    clock: createClock(),
    ids: new Map(),
    takenIds: new Set(),
    users: new Map(),
    phones: new Map(),
    pushes: new Map(),
    mails: [],
    faults: [],
    requests: [],
    callbacks: [],
  }
}

export function resetWorld(world: World) {
  world.clock.reset()
  for (const things of [world.users, world.phones, world.pushes]) things.clear()
  for (const list of [world.mails, world.faults, world.requests, world.callbacks]) list.length = 0
}

export function phoneOf(world: World, digits: string): Phone {
  const known = world.phones.get(digits)
  if (known) return known
  const phone: Phone = {
    digits,
    installed: true,
    messages: [],
    textToken: null,
    usedTokens: [],
    pushes: [],
    recoveryAt: null,
    knownSince: world.clock.now(),
  }
  world.phones.set(digits, phone)
  return phone
}

export function hasWorkingApp(world: World, phone: Phone): boolean {
  return phone.installed && (phone.recoveryAt === null || phone.recoveryAt <= world.clock.now())
}

export function userByDigits(world: World, digits: string): AuthyUser | undefined {
  const id = world.ids.get(digits)
  const user = id === undefined ? undefined : world.users.get(id)
  return user?.digits === digits ? user : undefined
}
