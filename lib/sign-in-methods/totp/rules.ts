import type { FormState } from '@/lib/form'

export const maxApps = 5
/** How long a QR code waits for its first token. */
export const confirmMinutes = 15

/** A new app's secret as it is shown, once: never in an address, a log or a hidden field. */
export type ShownApp = {
  appId: string
  name: string
  /** What the QR code says, for an app on the same device. */
  uri: string
  /** The secret in groups of four letters. */
  key: string
  qr: QrCode
}

/** `path` draws the dark squares, in a picture that is `size` squares wide. */
export type QrCode = { size: number; path: string }

export type StartAppState = FormState & { app?: ShownApp }

export const nothingStarted: StartAppState = { errors: {}, values: {} }

export const tooManyApps = `You already have ${maxApps} authenticator apps. Remove one that you no longer use.`

const confirmAppSentences: Record<ConfirmAppRefusal, string> = {
  wrong:
    "That token is wrong. Enter the one that the app shows now, and check that your phone's clock is set automatically.",
  'too-many-tries': 'Too many tries. Wait 15 minutes, then start over with a new QR code.',
  'not-found': 'This QR code has expired. Start over with a new one.',
}

/** What the form for the first token answers. Where `appId` is not kept, there is nothing to try again. */
export function confirmAppRefused(reason: ConfirmAppRefusal, appId: string): FormState {
  const message = confirmAppSentences[reason]
  if (reason === 'wrong') return { errors: { token: message }, values: { appId } }
  return { tone: 'danger', message, errors: {}, values: {} }
}

export type ConfirmAppRefusal = 'not-found' | 'wrong' | 'too-many-tries'
