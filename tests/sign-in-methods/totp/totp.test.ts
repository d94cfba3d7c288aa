import { expect, test } from 'vitest'
import { newTotpSecret, stepOf, totpUri } from '@/lib/sign-in-methods/totp/totp'
import { oathtoolToken, plainToken } from './plain-totp'

// RFC 6238, appendix B: the SHA-1 rows. Their secret is the ASCII text 12345678901234567890; of eight digits ours are the last six.
const rfcSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const vectors: Array<[number, string]> = [
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
]

test.each(vectors)('at second %d the token of the standard is accepted', (seconds, token) => {
  expect(stepOf(rfcSecret, token.slice(-6), new Date(seconds * 1000))).toBe(Math.floor(seconds / 30))
})

test('an app that follows the standard and ours agree about every secret', () => {
  for (let tries = 0; tries < 20; tries++) {
    const secret = newTotpSecret()
    const seconds = 1_800_000_000 + tries * 12_345
    const token = plainToken(secret, seconds)
    expect(stepOf(secret, token, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30))
    // Where the machine has it, the well-known program is asked too.
    expect(oathtoolToken(secret, seconds) ?? token).toBe(token)
  }
})

const noon = 1_800_000_000
const at = (seconds: number) => new Date(seconds * 1000)

test('the present step and the one before it are accepted, and no other', () => {
  const accepted = [-3, -2, -1, 0, 1, 2].map((steps) =>
    stepOf(rfcSecret, plainToken(rfcSecret, noon + steps * 30), at(noon)),
  )
  expect(accepted).toEqual([null, null, noon / 30 - 1, noon / 30, null, null])
})

test('a token lives to the end of the step after its own', () => {
  const token = plainToken(rfcSecret, noon)
  expect(stepOf(rfcSecret, token, at(noon + 59.999))).toBe(noon / 30)
  expect(stepOf(rfcSecret, token, at(noon + 60))).toBeNull()
})

test.each(['', '5', '4287082', '94287082', '287082 ', '２８７０８２'])(
  '%j is no token of that moment',
  (typed) => {
    expect(stepOf(rfcSecret, typed, at(59))).toBeNull()
  },
)

test('a secret has 160 bits, and no two are alike', () => {
  const secrets = Array.from({ length: 100 }, newTotpSecret)
  expect(new Set(secrets).size).toBe(100)
  expect(secrets.every((secret) => /^[A-Z2-7]{32}$/.test(secret))).toBe(true)
})

test('what the QR code says is what every app reads', () => {
  const uri = new URL(totpUri(rfcSecret, 'nora@harbor.example'))
  expect(uri.protocol + uri.host).toBe('otpauth:totp')
  expect(decodeURIComponent(uri.pathname)).toBe('/Partner Portal:nora@harbor.example')
  const asked = Object.fromEntries(uri.searchParams)
  expect(asked).toMatchObject({
    secret: rfcSecret,
    issuer: 'Partner Portal',
    digits: '6',
    period: '30',
    algorithm: 'SHA1',
  })
})
