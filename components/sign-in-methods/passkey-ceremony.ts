import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
} from '@simplewebauthn/browser'

/** `answer`: what the browser has signed, as text. `trouble`: a sentence for the person; empty when a newer ceremony started. */
export type Answered = { answer: string } | { trouble: string }

type MakingOptions = Parameters<typeof startRegistration>[0]['optionsJSON']
type UsingOptions = Parameters<typeof startAuthentication>[0]['optionsJSON']

export function makePasskey(options: MakingOptions): Promise<Answered> {
  return run(options.timeout, () => startRegistration({ optionsJSON: options }))
}

export function provePasskey(options: UsingOptions): Promise<Answered> {
  return run(options.timeout, () => startAuthentication({ optionsJSON: options }))
}

/** Offers passkeys among the addresses that the browser suggests in the email field, until one is chosen. */
export function offerPasskeys(options: UsingOptions): Promise<Answered> {
  return run(undefined, () => startAuthentication({ optionsJSON: options, useBrowserAutofill: true }))
}

export function stopOffering(): void {
  WebAuthnAbortService.cancelCeremony()
}

async function run(timeout: number | undefined, ceremony: () => Promise<unknown>): Promise<Answered> {
  if (!browserSupportsWebAuthn()) return { trouble: sentences.unsupported }
  const startedAt = performance.now()
  try {
    return { answer: JSON.stringify(await ceremony()) }
  } catch (error) {
    const isLate = timeout !== undefined && performance.now() - startedAt >= timeout - 1000
    return { trouble: sentenceFor(error, isLate) }
  }
}

/** Browsers do not say whether there was no passkey or the person canceled: a page must not find out who has one. */
function sentenceFor(error: unknown, isLate: boolean): string {
  const name = error instanceof Error ? error.name : ''
  if (name === 'AbortError') return ''
  if (name === 'NotAllowedError') return isLate ? sentences.late : sentences.cancelled
  if (name === 'InvalidStateError') return sentences.known
  if (name === 'NotSupportedError' || name === 'ConstraintError') return sentences.unsuited
  return name === 'SecurityError' ? sentences.elsewhere : sentences.unclear
}

const sentences = {
  unsupported: "This browser doesn't support passkeys. Use another method, or a newer browser.",
  cancelled:
    'No passkey was used: you canceled, or this device has no passkey for the portal. Try again, or use another method.',
  late: 'That took too long. Try again, and answer your browser within 2 minutes.',
  known:
    'This device already has a passkey for your account. You can see it in your list of sign-in methods.',
  unsuited: "This device can't create a passkey for the portal. Try another device or a security key.",
  elsewhere: "Passkeys don't work at this address. Open the portal at its usual address.",
  unclear: "Your browser couldn't use a passkey. Try again, or use another method.",
}
