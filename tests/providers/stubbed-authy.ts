import { afterAll, beforeAll, beforeEach } from 'vitest'
import { type AuthyTrouble, authyProvider } from '@/lib/providers/second-factor.authy'
import { startStubVendor } from './stub-vendor'

type Vendor = Awaited<ReturnType<typeof startStubVendor>>

/** The adapter for Authy against a stub that answers what a test wants, for one test file. */
export function stubbedAuthy() {
  let started: Vendor
  const troubles: AuthyTrouble[] = []

  beforeAll(async () => {
    started = await startStubVendor()
  })
  afterAll(() => started.stop())
  beforeEach(() => {
    troubles.length = 0
  })

  const vendor: Omit<Vendor, 'stop'> = {
    get url() {
      return started.url
    },
    get calls() {
      return started.calls
    },
    get patienceMs() {
      return started.patienceMs
    },
    answers: (next) => started.answers(next),
  }
  function authy(baseUrl = vendor.url) {
    const report = (trouble: AuthyTrouble) => troubles.push(trouble)
    return authyProvider({ apiKey: 'stub-key', baseUrl, timeoutMs: vendor.patienceMs, report })
  }
  const calls = {
    register: () => authy().register({ email: 'tess@harbor.example', mobileNumber: '+12025550103' }),
    remove: () => authy().remove('1635'),
    startPush: () => authy().startPush('1635', push),
    readPush: () => authy().readPush('1635', uuid),
    sendToken: () => authy().sendToken('1635'),
    checkToken: () => authy().checkToken('1635', '123456'),
    listDevices: () => authy().listDevices('1635'),
  }
  return { vendor, authy, calls, troubles }
}

export const uuid = '11111111-2222-3333-4444-555555555555'
export const push = { message: 'Sign in?', details: { Place: 'Berlin, DE' }, expiresInSeconds: 120 }
export const validToken = { message: 'Token is valid.', token: 'is valid', success: 'true' }
export const sentText = { success: true, message: 'SMS token was sent', cellphone: '+1-XXX-XXX-XX09' }

export function error(error_code: string) {
  return { message: 'No', success: false, errors: {}, error_code }
}

export function approval(changes: object) {
  return { approval_request: { _authy_id: 1635, uuid, status: 'approved', ...changes }, success: true }
}
