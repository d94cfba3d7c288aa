import { randomBytes, randomInt } from 'node:crypto'
import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { z } from 'zod'
import { type Answer, type Call, json } from './http'
import { twilioError } from './twilio-answers'
import { checkView, codeLength, friendlyName, lifeMs, statusOf, verificationView } from './verify-answers'
import { sendEvent } from './verify-events'
import { keepMessage, phoneOf, type Verification, type VerificationEnd, type World } from './world'

const most = { sendings: 5, wrongCodes: 5, readsPerMinute: 60, readsPerHour: 180, kept: 1000 }
const languages = new Set(
  (
    'af ar ca zh zh-CN zh-HK hr cs da nl en en-GB et fi fr de el he hi hu id it ja kn ko lt ms mr nb pl pt-BR pt ' +
    'ro ru sk es sv tl te th tr uk vi'
  ).split(' '),
)

const newVerification = z.object({
  To: z.string().default(''),
  Channel: z.enum(['sms', 'call', 'email', 'whatsapp', 'sna', 'auto']),
  Locale: z.string().optional(),
  CustomCode: z.string().optional(),
  TemplateSid: z
    .string()
    .regex(/^HJ[0-9a-f]{32}$/i)
    .optional(),
  RiskCheck: z.enum(['enable', 'disable']).default('enable'),
})

/** Asking again for a number while its code lives sends the same code, and does not make it live longer. */
export function startVerification(world: World, call: Call): Answer {
  const form = newVerification.safeParse(call.body)
  if (!form.success) return twilioError('60200')

  const { To: to, Channel: channel, Locale, CustomCode, RiskCheck, TemplateSid } = form.data
  if (channel !== 'sms' && channel !== 'call') return twilioError('60223')
  if (CustomCode !== undefined) return twilioError('60204')
  if (!to.startsWith('+') || !parsePhoneNumberFromString(to)?.isValid()) return twilioError('60200')
  // The vendor answers an unknown language as it answers an unknown service.
  if (Locale !== undefined && !languages.has(Locale)) return twilioError('20404')
  if (channel === 'sms' && RiskCheck === 'enable' && isBlocked(world, to)) return twilioError('60410')

  const live = world.verifications.find((one) => one.to === to && statusOf(world, one) === 'pending')
  const consumed = world.verifications.find((one) => one.to === to && isConsumedAndYoung(world, one))
  if (live && live.sendings.length >= most.sendings) return limited(world, live, '60203')
  if (consumed && !live) return limited(world, consumed, '60202')

  const verification = live ?? open(world, to, channel)
  deliver(world, verification, channel, TemplateSid !== undefined)
  return json(verificationView(world, verification, call), 201)
}

const check = z.object({
  To: z.string().optional(),
  VerificationSid: z.string().optional(),
  Code: z.string().regex(/^[\da-z]{4,10}$/i),
})

/** A wrong code is no error: the verification stays pending. After the fifth the next check ends it, right or wrong. */
export function checkVerification(world: World, call: Call): Answer {
  const form = check.safeParse(call.body)
  if (!form.success) return twilioError('60200')

  const { To: to, VerificationSid: sid, Code } = form.data
  if (to === undefined && sid === undefined) return twilioError('60200')
  const verification = findPending(world, sid ?? to ?? '')
  if (!verification || (to !== undefined && verification.to !== to)) return twilioError('20404')

  if (verification.wrongCodes >= most.wrongCodes) {
    end(world, verification, 'max_attempts_reached')
    return twilioError('60202')
  }
  if (verification.code === Code) end(world, verification, 'approved')
  else verification.wrongCodes += 1
  return json(checkView(world, verification))
}

/** What has ended is gone, and no event reports how it ended. */
export function readVerification(world: World, subject: string, call: Call): Answer {
  const verification = findPending(world, subject)
  if (!verification) return twilioError('20404')

  const now = world.clock.now()
  const since = (ms: number) => verification.readAt.filter((time) => time > now - ms).length
  if (since(60_000) >= most.readsPerMinute || since(3_600_000) >= most.readsPerHour)
    return twilioError('20429')
  verification.readAt.push(now)
  return json(verificationView(world, verification, call))
}

const update = z.object({ Status: z.enum(['canceled', 'approved']) })

export function updateVerification(world: World, subject: string, call: Call): Answer {
  const form = update.safeParse(call.body)
  if (!form.success) return twilioError('60200')
  const verification = findPending(world, subject)
  if (!verification) return twilioError('20404')
  end(world, verification, form.data.Status)
  return json(verificationView(world, verification, call))
}

/** By sid or by number. */
export function findPending(world: World, subject: string): Verification | undefined {
  return world.verifications.find(
    (one) => (one.sid === subject || one.to === subject) && statusOf(world, one) === 'pending',
  )
}

/** What tests may know and the vendor does not reveal. */
export function listVerifications(world: World) {
  return world.verifications.map((one) => ({
    sid: one.sid,
    digits: one.digits,
    status: statusOf(world, one),
    sendings: one.sendings.length,
    wrongCodes: one.wrongCodes,
  }))
}

/** As the vendor's support does it. Without digits, all of them. */
export function deleteVerifications(world: World, digits: string | null) {
  const open = world.verifications.filter(
    (one) => statusOf(world, one) === 'pending' && (digits === null || one.digits === digits),
  )
  for (const verification of open) end(world, verification, 'deleted')
  return { deleted: open.length }
}

export function expireVerifications(world: World) {
  for (const verification of world.verifications) {
    if (!verification.ended && statusOf(world, verification) === 'expired')
      end(world, verification, 'expired')
  }
}

function end(world: World, verification: Verification, how: VerificationEnd) {
  verification.ended = how
  verification.updatedAt = world.clock.now()
  void sendEvent(world, verification)
}

function open(world: World, to: string, channel: Verification['channel']): Verification {
  const now = world.clock.now()
  const verification: Verification = {
    sid: newSid('VE'),
    to,
    digits: to.slice(1),
    code: String(randomInt(10 ** codeLength)).padStart(codeLength, '0'),
    channel,
    createdAt: now,
    updatedAt: now,
    sendings: [],
    wrongCodes: 0,
    readAt: [],
    ended: null,
  }
  world.verifications.unshift(verification)
  world.verifications.length = Math.min(world.verifications.length, most.kept)
  return verification
}

/** A template is registered with its text; this one is bound to a host, as WebOTP and Apple's autofill read it. */
function deliver(
  world: World,
  verification: Verification,
  channel: Verification['channel'],
  isBound: boolean,
) {
  const { to, code, digits } = verification
  const now = world.clock.now()
  verification.channel = channel
  verification.updatedAt = now
  verification.sendings.push({ sid: newSid('VL'), channel, at: now })
  const lastLine = isBound ? `\n\n@localhost #${code}` : ''
  const body =
    channel === 'sms'
      ? `Your ${friendlyName} verification code is: ${code}. Don't share this code with anyone; our employees will never ask for the code.${lastLine}`
      : `Voice call: your ${friendlyName} verification code is ${[...code].join(' ')}.`
  keepMessage(phoneOf(world, digits), { to, body, code, via: channel, sentAt: now })
  if (verification.sendings.length === 1) void sendEvent(world, verification)
}

function isBlocked(world: World, to: string): boolean {
  const now = world.clock.now()
  return world.fraudBlocks.some((block) => to.slice(1).startsWith(block.prefix) && block.until > now)
}

/** After five wrong codes the number gets no other code until the ten minutes of this one are over. */
function isConsumedAndYoung(world: World, verification: Verification): boolean {
  return verification.ended === 'max_attempts_reached' && verification.createdAt + lifeMs > world.clock.now()
}

function limited(world: World, { createdAt }: Verification, code: string): Answer {
  const seconds = Math.max(1, Math.ceil((createdAt + lifeMs - world.clock.now()) / 1000))
  return { ...twilioError(code), headers: { 'Retry-After': String(seconds) } }
}

function newSid(mails: string): string {
  return mails + randomBytes(16).toString('hex')
}
