import { timingSafeEqual } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

const stepSeconds = 30

export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** Keeps the defaults, 6 digits, 30 s and SHA-1, which every app reads. */
export function totpUri(secret: string, account: string): string {
  return new TOTP({ issuer: 'Partner Portal', label: account, secret: Secret.fromBase32(secret) }).toString()
}

/** Accepts the present step and the one before; `now` is the database's. */
export function stepOf(secret: string, token: string, now: Date): number | null {
  return findStep(secret, token, now, [0, -1])
}

/** One step outside of what is accepted, so the phone's clock is off. */
export function wrongClockStepOf(secret: string, token: string, now: Date): number | null {
  return findStep(secret, token, now, [1, -2])
}

function findStep(secret: string, token: string, now: Date, around: number[]): number | null {
  const present = Math.floor(now.getTime() / 1000 / stepSeconds)
  const steps = around.map((distance) => present + distance)
  return steps.find((step) => isEqual(tokenAt(secret, step), token)) ?? null
}

function tokenAt(secret: string, step: number): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: step * stepSeconds * 1000 })
}

function isEqual(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
