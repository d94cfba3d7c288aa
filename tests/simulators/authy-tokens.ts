import { createHmac, randomInt } from 'node:crypto'
import { deviceReport, maskedCellphone, validToken, wrongToken } from './authy-answers'
import type { Answer, Call } from './http'
import { json } from './http'
import { type AuthyUser, hasApp, hasWorkingApp, keepMessage, type Phone, phoneOf, type World } from './world'

/** Tokens of the app have 7 digits and change every 10 seconds; texted ones have 6 digits and live 10 minutes. */
export const stepSeconds = 10
const textLifeMs = 10 * 60 * 1000
const ignoredMessage =
  'Ignored: SMS is not needed for smartphones. Pass force=true if you want to actually send it anyway.'

export function sendToken(world: World, user: AuthyUser, call: Call, via: 'sms' | 'call'): Answer {
  const phone = phoneOf(world, user.digits)
  const cellphone = maskedCellphone(user.countryCode, user.digits)
  const force = call.query.get('force') === 'true'
  if (hasApp(phone) && !force) {
    return json({ message: ignoredMessage, cellphone, device: 'iphone', ignored: true, success: true })
  }

  const code = liveTextToken(world, phone)
  const body =
    via === 'sms'
      ? `Your token for the partner portal is ${code}. It's valid for 10 minutes. Never share it.`
      : `Voice call: your token is ${[...code].join(' ')}.`
  keepMessage(phone, { to: `+${user.digits}`, body, code, via, sentAt: world.clock.now() })
  const message = via === 'sms' ? 'SMS token was sent' : 'Call started...'
  return json({ success: true, message, cellphone })
}

/** Without `force=true` the vendor says yes to any token of a person who has not finished registering. */
export function verifyToken(world: World, user: AuthyUser, token: string, call: Call): Answer {
  const phone = phoneOf(world, user.digits)
  const isForced = call.query.get('force') === 'true'
  if (!isForced && !hasApp(phone)) return json(validToken)

  forgetOldTokens(world, phone)
  if (phone.usedTokens.some((used) => used.token === token)) return wrongToken('60019')
  const isAppToken = hasWorkingApp(world, phone) && acceptedAppTokens(world, phone).includes(token)
  const isTextToken = phone.textToken?.code === token
  if (!isAppToken && !isTextToken) return wrongToken('60020')

  phone.usedTokens.push({ token, usedAt: world.clock.now() })
  if (isTextToken) phone.textToken = null
  return json(isAppToken ? { ...validToken, device: deviceReport(world, phone) } : validToken)
}

export type AppToken = { token: string; used: boolean; changesAt: number }

export function currentAppToken(world: World, phone: Phone): AppToken {
  const step = currentStep(world)
  const token = appToken(phone.digits, step)
  const used = phone.usedTokens.some((one) => one.token === token)
  return { token, used, changesAt: (step + 1) * stepSeconds * 1000 }
}

function acceptedAppTokens(world: World, phone: Phone): string[] {
  const step = currentStep(world)
  return [appToken(phone.digits, step), appToken(phone.digits, step - 1)]
}

function currentStep(world: World): number {
  return Math.floor(world.clock.now() / 1000 / stepSeconds)
}

function appToken(digits: string, step: number): string {
  const hash = createHmac('sha256', 'the seed inside every simulated phone')
    .update(`${digits}:${step}`)
    .digest()
  return String(hash.readUInt32BE() % 10_000_000).padStart(7, '0')
}

/** A repeated request sends the same code while it lives. */
function liveTextToken(world: World, phone: Phone): string {
  forgetOldTokens(world, phone)
  phone.textToken ??= {
    code: String(randomInt(1_000_000)).padStart(6, '0'),
    createdAt: world.clock.now(),
  }
  return phone.textToken.code
}

function forgetOldTokens(world: World, phone: Phone) {
  const oldest = world.clock.now() - textLifeMs
  if (phone.textToken && phone.textToken.createdAt <= oldest) phone.textToken = null
  phone.usedTokens = phone.usedTokens.filter((used) => used.usedAt > oldest)
}
