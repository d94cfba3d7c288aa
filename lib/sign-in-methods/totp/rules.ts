import { sayWhen } from '@/components/relative-time'
import type { FormState } from '@/lib/form'
import type { Refusal } from '@/lib/result'

export const maxApps = 5
export const confirmMinutes = 15

/** Shown once: never in an address, a log or a hidden field. */
export type ShownApp = {
  appId: string
  name: string
  uri: string
  key: string
  qr: QrCode
}

export type QrCode = { size: number; path: string }

export type StartAppState = FormState & { app?: ShownApp }

export const nothingStarted: StartAppState = { errors: {}, values: {} }

export const tooManyApps = `You already have ${maxApps} authenticator apps. Remove one that you no longer use.`

const confirmAppSentences: Record<ConfirmAppRefusal, string> = {
  wrong:
    "That token is wrong. Enter the one that the app shows now, and check that your phone's clock is set automatically.",
  'too-many-tries': 'Too many tries. Try again {when}, with a new QR code.',
  'not-found': 'This QR code has expired. Start over with a new one.',
}

export function confirmAppRefused(
  { reason, opensAt }: Refusal<ConfirmAppRefusal>,
  values: { appId: string; token: string },
): FormState {
  const message = sayWhen(confirmAppSentences[reason], opensAt)
  if (reason === 'wrong') return { errors: { token: message }, values }
  return { tone: 'danger', message, errors: {}, values: {} }
}

export type ConfirmAppRefusal = 'not-found' | 'wrong' | 'too-many-tries'
