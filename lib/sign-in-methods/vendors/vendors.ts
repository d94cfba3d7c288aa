import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { createBreaker } from '@/lib/providers/breaker'
import type { SecondFactorProvider } from '@/lib/providers/second-factor'
import { authyProvider } from '@/lib/providers/second-factor.authy'
import type { TokenTexts } from '@/lib/providers/token-texts'
import { verifyTokenTexts } from '@/lib/providers/token-texts.verify'
import { reportSecurityEvent } from '@/lib/security-events'

const authy = authyProvider({
  apiKey: env.AUTHY_API_KEY,
  baseUrl: env.AUTHY_URL,
  timeoutMs: 5000,
  report: (trouble) =>
    trouble.isWrongPerson
      ? reportSecurityEvent('vendor-wrong-person', trouble)
      : log.warn(trouble, 'A call to Authy failed'),
})

// One breaker per vendor and channel: texts may be down while token checks work.
const breakerOf = (name: string) =>
  createBreaker({ name, report: (change) => log.error(change, 'A circuit breaker changed its state') })
const authyPushes = breakerOf('authy pushes')
const authyTexts = breakerOf('authy texts')
const authyTokens = breakerOf('authy tokens')
const verifySends = breakerOf('verify texts')
const verifyChecks = breakerOf('verify checks')

export const provider: SecondFactorProvider = {
  ...authy,
  startPush: authyPushes.guard(authy.startPush),
  sendToken: authyTexts.guard(authy.sendToken),
  checkToken: authyTokens.guard(authy.checkToken),
}

export const tokenTexts: TokenTexts | null = env.TWILIO_VERIFY_SERVICE
  ? openVerify(env.TWILIO_VERIFY_SERVICE)
  : null

function openVerify(serviceSid: string): TokenTexts {
  const within = (timeoutMs: number) =>
    verifyTokenTexts({
      accountSid: env.TWILIO_ACCOUNT_SID,
      authToken: env.TWILIO_AUTH_TOKEN,
      serviceSid,
      templateSid: env.TWILIO_VERIFY_TEMPLATE,
      baseUrl: env.TWILIO_VERIFY_URL,
      timeoutMs,
      report: (trouble) =>
        trouble.isWrongPerson
          ? reportSecurityEvent('vendor-wrong-person', trouble)
          : log.warn(trouble, 'A call to Twilio Verify failed'),
    })
  return { send: verifySends.guard(within(7000).send), check: verifyChecks.guard(within(4500).check) }
}

export function vendorsDown(): {
  pushes: boolean
  authyTexts: boolean
  authyTokens: boolean
  verifyTexts: boolean
} {
  return {
    pushes: authyPushes.isDown(),
    authyTexts: authyTexts.isDown(),
    authyTokens: authyTokens.isDown(),
    verifyTexts: !tokenTexts || verifySends.isDown(),
  }
}
