import type { Method } from './methods'

/** One verb alone creates each proof, and `finishSignIn` consumes it once. A trusted browser never counts for a step-up. */
export type Proof =
  | { kind: 'password' }
  | { kind: 'trusted-browser'; browserHash: string }
  | TokenProof
  | AppProof
  | RecoveryCodeProof
  | { kind: 'push'; typedCodeHash: string | null }
  | PasskeyProof

/**
 * `isFromApp`: the vendor named the app as its maker, though a text was out. It needs a firm that accepts both, and is worth no
 * more than the text.
 */
export type TokenProof = { kind: 'token'; method: 'text' | 'app'; digest: string; isFromApp?: boolean }

export type AppProof = { kind: 'app'; appId: string; step: number }

export type RecoveryCodeProof = { kind: 'recovery-code'; slot: number; codeHash: string }

/** `counter`: 0 if the passkey does not count its uses. */
export type PasskeyProof = {
  kind: 'passkey'
  passkeyId: string
  challenge: string
  askedBy: string
  counter: number
  isBackedUp: boolean
  /** WebAuthn user verification: the passkey checked a finger, face or PIN. */
  isUserVerified: boolean
}

export type RecordedFactor =
  | Exclude<Proof['kind'], 'token' | 'app'>
  | 'text'
  | 'authy-app'
  | 'authenticator-app'

export function recordedFactor(proof: Proof): RecordedFactor {
  if (proof.kind === 'app') return 'authenticator-app'
  if (proof.kind !== 'token') return proof.kind
  return proof.method === 'text' && !proof.isFromApp ? 'text' : 'authy-app'
}

export function methodOf(proof: Proof): Method | null {
  if (proof.kind === 'password' || proof.kind === 'trusted-browser') return null
  return proof.kind === 'token' ? proof.method : proof.kind
}
