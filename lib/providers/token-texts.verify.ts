import { z } from 'zod'
import type { VendorFailure } from './second-factor'
import type { TokenTexts } from './token-texts'
import { openTwilioClient, type TwilioAccess, type TwilioClient } from './twilio-client'
import { meaningOf, type VerifyAlarm, vendorCode } from './verify-failures'

type VerifySettings = TwilioAccess & {
  serviceSid: string
  templateSid?: string
  report?: (trouble: VerifyTrouble) => void
}

export type VerifyTrouble = {
  call: Call
  failure: VendorFailure
  status: number | null
  vendorCode: number | null
  alarm: VerifyAlarm | null
  isWrongPerson?: boolean
}

type Call = 'send' | 'check'
type Service = ReturnType<TwilioClient['verify']['v2']['services']>

/** Reads raw answers: the twilio package takes every 2xx for a yes. Never sends RiskCheck, which lifts Fraud Guard. */
export function verifyTokenTexts(settings: VerifySettings): TokenTexts {
  return {
    async send(mobileNumber, locale) {
      if (!isE164(mobileNumber)) return refuse('invalid')

      const said = await exchange(settings, (service) =>
        service.verifications.create({
          to: mobileNumber,
          channel: 'sms',
          locale: knownLocale(locale),
          templateSid: settings.templateSid,
        }),
      )
      const body = accepted(said, started(settings, mobileNumber))
      return body
        ? { ok: true, value: { verificationId: body.sid } }
        : fail({ ...settings, mobileNumber }, 'send', said)
    },

    async check({ mobileNumber, verificationId }, token) {
      if (!isE164(mobileNumber)) return refuse('invalid')
      if (verificationId !== null && !verificationSid.safeParse(verificationId).success) return refuse('gone')
      if (!/^\d{6,10}$/.test(token)) return refuse('invalid')

      const subject = verificationId === null ? { to: mobileNumber } : { verificationSid: verificationId }
      const said = await exchange(settings, (service) =>
        service.verificationChecks.create({ ...subject, code: token }),
      )
      const body = accepted(said, checked(settings, mobileNumber, verificationId))
      if (body?.status === 'approved') return { ok: true, value: undefined }
      return fail({ ...settings, mobileNumber }, 'check', said, body && outcomes[body.status])
    },
  }
}

type Said = { status: number; body: unknown } | { mayHaveArrived: boolean }

/** Drops what the package throws, since it contains the credentials. */
async function exchange(
  settings: VerifySettings,
  call: (service: Service) => PromiseLike<unknown>,
): Promise<Said> {
  const { client, lastAnswer } = openTwilioClient(settings, 'verify')
  try {
    await call(client.verify.v2.services(settings.serviceSid))
    return lastAnswer() ?? { mayHaveArrived: true }
  } catch (error) {
    const { success, data } = networkError.safeParse(error)
    return lastAnswer() ?? { mayHaveArrived: !(success && neverSent.has(data.code)) }
  }
}

const networkError = z.object({ code: z.string() })
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

function accepted<Body>(said: Said, expected: z.ZodType<Body>): Body | null {
  if (!('status' in said) || (said.status !== 200 && said.status !== 201)) return null
  return expected.safeParse(said.body).data ?? null
}

const verificationSid = z.string().regex(/^VE[0-9a-f]{32}$/i)

function ours({ accountSid, serviceSid }: VerifySettings, mobileNumber: string) {
  return {
    account_sid: z.literal(accountSid),
    service_sid: z.literal(serviceSid),
    to: z.literal(mobileNumber),
    channel: z.literal('sms'),
  }
}

function started(settings: VerifySettings, mobileNumber: string) {
  return z.object({ ...ours(settings, mobileNumber), sid: verificationSid, status: z.literal('pending') })
}

function checked(settings: VerifySettings, mobileNumber: string, verificationId: string | null) {
  return z.object({
    ...ours(settings, mobileNumber),
    sid: verificationId === null ? verificationSid : z.literal(verificationId),
    status: z.enum([
      'approved',
      'pending',
      'max_attempts_reached',
      'canceled',
      'expired',
      'deleted',
      'failed',
    ]),
  })
}

const outcomes: Record<string, VendorFailure> = {
  pending: 'invalid',
  max_attempts_reached: 'throttled',
  canceled: 'gone',
  expired: 'gone',
  deleted: 'gone',
  failed: 'gone',
}

function fail(
  { report, mobileNumber }: VerifySettings & { mobileNumber: string },
  call: Call,
  said: Said,
  outcome?: VendorFailure | null,
): { ok: false; failure: VendorFailure } {
  const answered = 'status' in said ? said : null
  const meaning = answered ? meaningOf(call, answered.status, answered.body) : silence(call, said)
  const failure = outcome ?? meaning.failure
  report?.({
    call,
    failure,
    status: answered?.status ?? null,
    vendorCode: vendorCode(answered?.body),
    alarm: meaning.alarm,
    isWrongPerson: namesAnother(said, mobileNumber) || undefined,
  })
  return refuse(failure)
}

function namesAnother(said: Said, mobileNumber: string): boolean {
  const named = 'status' in said && said.status < 300 ? recipient.safeParse(said.body).data : undefined
  return named !== undefined && named.to !== mobileNumber
}

const recipient = z.object({ to: z.string() })

/** A lost sending may have reached the phone; a lost check signed nobody in. */
function silence(call: Call, said: Said): { failure: VendorFailure; alarm: null } {
  const isLost = 'mayHaveArrived' in said && said.mayHaveArrived && call === 'send'
  return { failure: isLost ? 'unclear' : 'provider-down', alarm: null }
}

function refuse(failure: VendorFailure): { ok: false; failure: VendorFailure } {
  return { ok: false, failure }
}

function isE164(text: string): boolean {
  return /^\+[1-9]\d{6,14}$/.test(text)
}

/** Verify answers an unknown language like an unknown service, so the number's country decides. */
function knownLocale(locale: string | undefined): string | undefined {
  if (locale === undefined) return undefined
  return [locale, locale.split('-')[0] ?? ''].find((tag) => locales.has(tag))
}

const locales = new Set(
  (
    'af ar ca zh zh-CN zh-HK hr cs da nl en en-GB et fi fr de el he hi hu id it ja kn ko lt ms mr nb pl pt-BR pt ' +
    'ro ru sk es sv tl te th tr uk vi'
  ).split(' '),
)
