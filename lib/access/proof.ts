import type { Method } from './methods'

/**
 * What a person has shown beside the password, or a passkey in its place. Each comes out of one verb alone, and each is used
 * up once, in `finishSignIn`:
 *
 * - `password`: the absence of a second step; enough only where neither the firm nor the person asks for one.
 * - `remembered`: the browser's own cookie, from an earlier sign-in; never for a fresh proof.
 * - `token`: digits that a vendor has checked, texted or from its app (`checkToken`).
 * - `app`: the step of a person's own authenticator (`checkToken`).
 * - `recovery-code`: one of the ten (`checkToken`).
 * - `push`: an approval on the phone, which is found in the database.
 * - `passkey`: an answered challenge (`checkPasskey`).
 */
export type Proof =
  | { kind: 'password' }
  | { kind: 'remembered'; browserHash: string }
  | { kind: 'token'; method: 'text' | 'app'; digest: string }
  | AppProof
  | RecoveryCodeProof
  | { kind: 'push'; typedCodeHash: string | null }
  | PasskeyProof

export type AppProof = { kind: 'app'; appId: string; step: number }

export type RecoveryCodeProof = { kind: 'recovery-code'; slot: number; codeHash: string }

/** `counter`: what the passkey says of its uses, 0 where it does not count. */
export type PasskeyProof = {
  kind: 'passkey'
  passkeyId: string
  challenge: string
  askedBy: string
  counter: number
  isBackedUp: boolean
  /** The passkey has checked who holds it, by a finger, face or code of its own. */
  isUserVerified: boolean
}

/** What the audit log calls a proof. It tells a token of the Authy app from one of the person's own authenticator app. */
export type RecordedFactor =
  | Exclude<Proof['kind'], 'token' | 'app'>
  | 'text'
  | 'authy-app'
  | 'authenticator-app'

export function recordedFactor(proof: Proof): RecordedFactor {
  if (proof.kind === 'app') return 'authenticator-app'
  if (proof.kind !== 'token') return proof.kind
  return proof.method === 'text' ? 'text' : 'authy-app'
}

/** The way a proof was given by; null where there was no second step. */
export function methodOf(proof: Proof): Method | null {
  if (proof.kind === 'password' || proof.kind === 'remembered') return null
  return proof.kind === 'token' ? proof.method : proof.kind
}
