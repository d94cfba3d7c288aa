import type { Bends, VendorWords } from './faults'
import type { Answer, Call } from './http'
import { json } from './http'
import { twilioError, twilioWords } from './twilio-answers'
import type { Verification, World } from './world'

export const friendlyName = 'Partner portal'
export const codeLength = 6
export const lifeMs = 10 * 60 * 1000

export const verifyRoutes = ['verify-send', 'verify-check', 'verify-read', 'verify-update', 'verify-service']
export const verifyCode = /^(20|60|68)\d{3}$/

/** Answers that are about something else, or say yes in everything but the one field that counts. */
export const verifyBends: Bends = {
  'caps-status': (body) => ({ ...body, status: String(body.status).toUpperCase() }),
  'valid-true': (body) => ({ ...body, valid: true }),
  'valid-text': (body) => ({ ...body, valid: 'true', status: 'true' }),
  'no-status': (body, route) => ({ ...approved(body, route), status: undefined }),
  'other-number': (body, route) => ({ ...approved(body, route), to: '+12025550100' }),
  'other-sid': (body, route) => ({ ...approved(body, route), sid: `VE${'0'.repeat(32)}` }),
  'other-service': (body, route) => ({ ...approved(body, route), service_sid: `VA${'0'.repeat(32)}` }),
  'other-account': (body, route) => ({ ...approved(body, route), account_sid: `AC${'0'.repeat(32)}` }),
}

function approved(body: Record<string, unknown>, route: string): Record<string, unknown> {
  return route === 'verify-check' ? { ...body, status: 'approved', valid: true } : body
}

export const verifyWords: VendorWords = {
  ...twilioWords,
  error: (code) => (verifyCode.test(code) ? twilioError(code) : undefined),
  bends: verifyBends,
}

export function statusOf(world: World, verification: Verification) {
  if (verification.ended) return verification.ended
  return verification.createdAt + lifeMs <= world.clock.now() ? 'expired' : 'pending'
}

/** What a verification and a check of it have in common. */
function sharedView(world: World, verification: Verification) {
  const { sid, to, channel, createdAt, updatedAt } = verification
  const status = statusOf(world, verification)
  return {
    sid,
    service_sid: world.settings.twilio.verifyService,
    account_sid: world.settings.twilio.accountSid,
    to,
    channel,
    status,
    valid: status === 'approved',
    amount: null,
    payee: null,
    date_created: isoTime(createdAt),
    date_updated: isoTime(updatedAt),
  }
}

export function verificationView(world: World, verification: Verification, call: Call) {
  return {
    ...sharedView(world, verification),
    lookup: {},
    send_code_attempts: verification.sendings.map(({ sid, channel, at }) => ({
      time: isoTime(at),
      channel: channel.toUpperCase(),
      attempt_sid: sid,
    })),
    sna: null,
    url: `${serviceUrl(world, call)}/Verifications/${verification.sid}`,
  }
}

export function checkView(world: World, verification: Verification) {
  return { ...sharedView(world, verification), sna_attempts_error_codes: [] }
}

export function readService(world: World, call: Call): Answer {
  const url = serviceUrl(world, call)
  return json({
    sid: world.settings.twilio.verifyService,
    account_sid: world.settings.twilio.accountSid,
    friendly_name: friendlyName,
    code_length: codeLength,
    lookup_enabled: false,
    psd2_enabled: false,
    skip_sms_to_landlines: false,
    dtmf_input_required: false,
    tts_name: null,
    do_not_share_warning_enabled: true,
    custom_code_enabled: false,
    push: { include_date: false, apn_credential_sid: null, fcm_credential_sid: null },
    totp: { issuer: null, time_step: null, code_length: null, skew: null },
    whatsapp: { msg_service_sid: null, from: null },
    passkeys: {
      relying_party: { id: null, name: null, origins: null },
      authenticator_attachment: null,
      discoverable_credentials: null,
      user_verification: null,
    },
    default_template_sid: null,
    verify_event_subscription_enabled: world.settings.twilio.eventsUrl !== undefined,
    date_created: '2026-01-05T09:00:00Z',
    date_updated: '2026-01-05T09:00:00Z',
    url,
    links: {
      verification_checks: `${url}/VerificationCheck`,
      verifications: `${url}/Verifications`,
      rate_limits: `${url}/RateLimits`,
      messaging_configurations: `${url}/MessagingConfigurations`,
      entities: `${url}/Entities`,
      webhooks: `${url}/Webhooks`,
      access_tokens: `${url}/AccessTokens`,
    },
  })
}

function serviceUrl(world: World, call: Call): string {
  return `http://${call.headers.host}/v2/Services/${world.settings.twilio.verifyService}`
}

/** Without the milliseconds. */
export function isoTime(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`
}
