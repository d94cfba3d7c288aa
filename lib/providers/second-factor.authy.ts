import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { z } from 'zod'
import {
  agreed,
  emailError,
  pushRead,
  pushStarted,
  registered,
  requestId,
  statusRead,
  textAnswered,
  tokenAccepted,
} from './authy-answers'
import { type AuthyAccess, exchange, type Said } from './authy-exchange'
import { failureOf, vendorCode } from './authy-failures'
import type { PushDetails, SecondFactorProvider, VendorAnswer, VendorFailure } from './second-factor'

type AuthySettings = AuthyAccess & {
  report?: (trouble: AuthyTrouble) => void
}

export type AuthyTrouble = {
  call: string
  failure: VendorFailure
  status: number | null
  vendorCode: string | null
  isWrongPerson?: boolean
}

/** Reads raw answers, since authy-client takes `"success":"false"` for a yes. */
export function authyProvider(settings: AuthySettings): SecondFactorProvider {
  return {
    async register({ email, mobileNumber }) {
      const number = parsePhoneNumberFromString(mobileNumber)
      if (!number) return { ok: false, failure: 'invalid', reason: refusesNumber }

      const person = { countryCode: number.countryCallingCode, email, phone: number.number }
      const said = await exchange(settings, (client) => client.registerUser(person))
      const answer = settle(settings, 'register', said, registered)
      if (answer.ok) return { ok: true, vendorUserId: String(answer.value.user.id) }
      if (answer.failure !== 'invalid') return { ...answer, reason: registrationTrouble[answer.failure] }
      return { ...answer, reason: blamesEmail(said) ? refusesEmail : refusesNumber }
    },

    async remove(vendorUserId) {
      if (!isVendorUserId(vendorUserId)) return refuse('not-registered')

      const said = await exchange(settings, (client) => client.deleteUser({ authyId: vendorUserId }))
      const answer = settle(settings, 'remove', said, agreed)
      return answer.ok || answer.failure === 'not-registered' ? { ok: true, value: undefined } : answer
    },

    async startPush(vendorUserId, push) {
      if (!isVendorUserId(vendorUserId)) return refuse('not-registered')
      if (!fitsAuthy(push)) return refuse('invalid')

      const request = {
        authyId: vendorUserId,
        message: signable(push.message),
        details: { visible: signableAll(push.details) },
      }
      const said = await exchange(settings, (client) =>
        client.createApprovalRequest(request, { ttl: push.expiresInSeconds }),
      )
      const answer = settle(settings, 'startPush', said, pushStarted, 'unclear')
      return answer.ok ? { ok: true, value: answer.value.approval_request.uuid } : answer
    },

    async readPush(vendorUserId, vendorRequestId) {
      if (!isVendorUserId(vendorUserId)) return refuse('not-registered')
      if (!requestId.safeParse(vendorRequestId).success) return refuse('gone')

      const said = await exchange(settings, (client) => client.getApprovalRequest({ id: vendorRequestId }))
      const answer = settle(settings, 'readPush', said, pushRead(vendorUserId, vendorRequestId))
      return answer.ok ? { ok: true, value: answer.value.approval_request.status } : answer
    },

    async sendToken(vendorUserId) {
      if (!isVendorUserId(vendorUserId)) return refuse('not-registered')

      // Authy sends no text to a person with its app unless `force` is set.
      const said = await exchange(settings, (client) =>
        client.requestSms({ authyId: vendorUserId }, { force: true }),
      )
      const answer = settle(settings, 'sendToken', said, textAnswered, 'unclear')
      return answer.ok ? { ok: true, value: answer.value.ignored === true ? 'ignored' : 'sent' } : answer
    },

    async checkToken(vendorUserId, token) {
      if (!isVendorUserId(vendorUserId)) return refuse('not-registered')
      if (!/^\d{6,8}$/.test(token)) return refuse('invalid')

      // Authy accepts any token of a half-registered person unless `force` is set.
      const said = await exchange(settings, (client) =>
        client.verifyToken({ authyId: vendorUserId, token }, { force: true }),
      )
      const answer = settle(settings, 'checkToken', said, tokenAccepted)
      return answer.ok ? { ok: true, value: { isFromApp: Boolean(answer.value.device) } } : answer
    },

    async listDevices(vendorUserId) {
      if (!isVendorUserId(vendorUserId)) return refuse('not-registered')

      const said = await exchange(settings, (client) => client.getUserStatus({ authyId: vendorUserId }))
      const answer = settle(settings, 'listDevices', said, statusRead(vendorUserId))
      if (!answer.ok) return answer
      const { account_disabled: isDisabled, devices } = answer.value.status
      return { ok: true, value: isDisabled ? [] : devices }
    },
  }
}

/** `ifLost`: what silence means when the vendor may already have sent a push or a text. */
function settle<Body>(
  settings: AuthySettings,
  call: string,
  said: Said,
  expected: z.ZodType<Body>,
  ifLost: VendorFailure = 'provider-down',
): VendorAnswer<Body> {
  let isWrongPerson: boolean | undefined
  if (said.kind === 'answer' && said.status === 200) {
    const body = expected.safeParse(said.body)
    if (body.success) return { ok: true, value: body.data }
    isWrongPerson = namesAnother(body.error) || undefined
  }

  const failure = failureSaid(said, ifLost)
  const answered = said.kind === 'answer' ? said : null
  const status = answered?.status ?? null
  settings.report?.({ call, failure, status, vendorCode: vendorCode(answered?.body), isWrongPerson })
  return refuse(failure)
}

function namesAnother({ issues }: z.ZodError): boolean {
  return issues.some(({ path, code }) => code === 'custom' && /^_?authy_id$/.test(String(path.at(-1))))
}

function failureSaid(said: Said, ifLost: VendorFailure): VendorFailure {
  if (said.kind === 'answer') return failureOf(said.status, said.body)
  if (said.kind === 'not-sent') return 'invalid'
  return said.mayHaveArrived ? ifLost : 'provider-down'
}

function refuse(failure: VendorFailure): { ok: false; failure: VendorFailure } {
  return { ok: false, failure }
}

function isVendorUserId(text: string): boolean {
  return /^\d{1,20}$/.test(text)
}

function fitsAuthy({ message, details, expiresInSeconds }: PushDetails): boolean {
  const fits = (text: string, longest: number) => text.length >= 1 && text.length <= longest
  return (
    fits(message, 144) &&
    Object.entries(details).every(([key, value]) => fits(key, 20) && fits(value, 200)) &&
    Number.isInteger(expiresInSeconds) &&
    expiresInSeconds >= 1 // 0 would mean "for ever"
  )
}

/** Signature libraries encode `~` and `*` differently, and the signed callback returns these texts. */
function signable(text: string): string {
  return text.replace(/[~*]/g, '-')
}

function signableAll(details: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(details).map(([key, value]) => [signable(key), signable(value)]))
}

function blamesEmail(said: Said): boolean {
  if (said.kind === 'not-sent') return said.fields.includes('email')
  return (
    said.kind === 'answer' && (vendorCode(said.body) === '60038' || emailError.safeParse(said.body).success)
  )
}

const refusesNumber = 'Authy does not accept this number.'
const refusesEmail = 'Authy does not accept this e-mail address.'

const registrationTrouble: Record<Exclude<VendorFailure, 'invalid'>, string> = {
  reused: 'Authy gave an answer that makes no sense.',
  gone: 'Authy gave an answer that makes no sense.',
  unclear: 'Authy gave an answer that makes no sense.',
  'not-registered': 'Authy does not know this person.',
  throttled: 'Authy asks us to wait before registering more numbers.',
  'provider-down': 'Authy could not be reached.',
}
