import { type Clock, createClock } from './clock'
import type { Fault } from './faults'
import type { Mail } from './mail'
import type { LoggedRequest } from './request-log'

/** What the vendor knows about one number. Two employees with one number are one user to Authy. */
export type AuthyUser = { id: number; digits: string; countryCode: number; email: string; createdAt: number }

/** `code` is empty where the text has no token. */
export type TextMessage = { to: string; body: string; code: string; via: 'sms' | 'call'; sentAt: number }

/** A text as Twilio stores it. */
export type SentText = {
  sid: string
  to: string
  from: string
  messagingServiceSid: string | null
  body: string
  createdAt: number
}

/** How a verification of Twilio Verify ended; without an end it is pending until it expires. */
export type VerificationEnd = 'approved' | 'canceled' | 'max_attempts_reached' | 'expired' | 'deleted'

export type Verification = {
  sid: string
  to: string
  digits: string
  code: string
  channel: 'sms' | 'call'
  createdAt: number
  updatedAt: number
  sendings: { sid: string; channel: 'sms' | 'call'; at: number }[]
  wrongCodes: number
  readAt: number[]
  ended: VerificationEnd | null
}

/** Fraud Guard stops texts to all numbers that begin so. */
export type FraudBlock = { prefix: string; until: number }

export type Phone = {
  digits: string
  /** Where the app of this number is installed, in the vendor's words. */
  devices: string[]
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

/** `uuid` is the push, or the id of the event that was sent. */
export type SentCallback = { uuid: string; status: number | null; problem: string | null; at: string }

export type TwilioAccount = {
  accountSid: string
  authToken: string
  /** The one service of Twilio Verify; without it the account has none. */
  verifyService?: string
  /** Where Twilio's events about verifications go; without it none is sent. */
  eventsUrl?: string
}

export type Settings = { authyApiKey: string; twilio: TwilioAccount; callbackUrl: string }

export type World = {
  settings: Settings
  clock: Clock
  /** Which id a number has. Never forgotten, so that a reset cannot give one person's id to another. */
  ids: Map<string, number>
  takenIds: Set<number>
  users: Map<number, AuthyUser>
  phones: Map<string, Phone>
  pushes: Map<string, Push>
  /** Newest first. */
  texts: SentText[]
  /** Newest first. */
  verifications: Verification[]
  fraudBlocks: FraudBlock[]
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
    texts: [],
    verifications: [],
    fraudBlocks: [],
    mails: [],
    faults: [],
    requests: [],
    callbacks: [],
  }
}

export function resetWorld(world: World) {
  world.clock.reset()
  for (const things of [world.users, world.phones, world.pushes]) things.clear()
  for (const list of [world.texts, world.verifications, world.fraudBlocks]) list.length = 0
  for (const list of [world.mails, world.faults, world.requests, world.callbacks]) list.length = 0
}

export function phoneOf(world: World, digits: string): Phone {
  const known = world.phones.get(digits)
  if (known) return known
  const phone: Phone = {
    digits,
    devices: ['iphone'],
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

const keptMessages = 100

export function keepMessage(phone: Phone, message: TextMessage) {
  phone.messages.unshift(message)
  phone.messages.length = Math.min(phone.messages.length, keptMessages)
}

export function hasApp(phone: Phone): boolean {
  return phone.devices.length > 0
}

export function hasWorkingApp(world: World, phone: Phone): boolean {
  return hasApp(phone) && (phone.recoveryAt === null || phone.recoveryAt <= world.clock.now())
}

export function userByDigits(world: World, digits: string): AuthyUser | undefined {
  const id = world.ids.get(digits)
  const user = id === undefined ? undefined : world.users.get(id)
  return user?.digits === digits ? user : undefined
}
