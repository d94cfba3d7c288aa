import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { decodeClientDataJSON } from '@simplewebauthn/server/helpers'
import { env } from '@/lib/env'
import type { NewPasskey, PasskeyAnswer } from './schema'

export type AddingOptions = Awaited<ReturnType<typeof generateRegistrationOptions>>
export type UsingOptions = Awaited<ReturnType<typeof generateAuthenticationOptions>>

type Known = { credentialId: string; transports: string[] }

/** EdDSA, ES256 and RS256, named because the library's default depends on the machine. */
const algorithms = [-8, -7, -257]
const timeout = 2 * 60 * 1000

export async function optionsToAdd(
  { employeeId, name, email }: { employeeId: string; name: string; email: string },
  known: Known[],
): Promise<AddingOptions> {
  return generateRegistrationOptions({
    rpName: 'Partner Portal',
    rpID: relyingParty(),
    userID: handleBytes(employeeId),
    userName: email,
    userDisplayName: name,
    timeout,
    attestationType: 'none',
    excludeCredentials: known.map(described),
    // Preferred: a discoverable key signs in without the password, one without room is a second factor.
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    supportedAlgorithmIDs: algorithms,
  })
}

export async function optionsToUse(known?: Known[]): Promise<UsingOptions> {
  return generateAuthenticationOptions({
    rpID: relyingParty(),
    allowCredentials: known?.map(described),
    userVerification: known ? 'preferred' : 'required',
    timeout,
  })
}

export function challengeOf({ response }: NewPasskey | PasskeyAnswer): string | null {
  try {
    const { challenge } = decodeClientDataJSON(response.clientDataJSON)
    return typeof challenge === 'string' && /^[\w-]{22,200}$/.test(challenge) ? challenge : null
  } catch {
    return null
  }
}

type MadePasskey = {
  credentialId: string
  publicKey: Uint8Array<ArrayBuffer>
  counter: number
  isSynced: boolean
  isBackedUp: boolean
}

export async function readNewPasskey(response: NewPasskey, challenge: string): Promise<MadePasskey | null> {
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: env.PORTAL_URL,
      expectedRPID: relyingParty(),
      requireUserVerification: false,
      supportedAlgorithmIDs: algorithms,
    })
    if (!registrationInfo) return null
    const { credential, credentialDeviceType, credentialBackedUp } = registrationInfo
    return {
      credentialId: credential.id,
      publicKey: credential.publicKey,
      counter: credential.counter,
      isSynced: credentialDeviceType === 'multiDevice',
      isBackedUp: credentialBackedUp,
    }
  } catch {
    return null
  }
}

type UsedPasskey = { counter: number; isSynced: boolean; isBackedUp: boolean; isUserVerified: boolean }

/** The library checks the counter before the signature, so a forged answer could disable a passkey: the caller checks it. */
export async function readAnswer(
  response: PasskeyAnswer,
  challenge: string,
  passkey: { employeeId: string; credentialId: string; publicKey: Uint8Array<ArrayBuffer> },
  needsUserVerification: boolean,
): Promise<UsedPasskey | null> {
  const { userHandle } = response.response
  if (userHandle && userHandle !== handleText(passkey.employeeId)) return null
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: env.PORTAL_URL,
      expectedRPID: relyingParty(),
      credential: { id: passkey.credentialId, publicKey: passkey.publicKey, counter: 0 },
      requireUserVerification: needsUserVerification,
    })
    if (!verified) return null
    return {
      counter: authenticationInfo.newCounter,
      isSynced: authenticationInfo.credentialDeviceType === 'multiDevice',
      isBackedUp: authenticationInfo.credentialBackedUp,
      isUserVerified: authenticationInfo.userVerified,
    }
  } catch {
    return null
  }
}

function relyingParty(): string {
  return new URL(env.PORTAL_URL).hostname
}

function described({ credentialId, transports }: Known) {
  return { id: credentialId, transports }
}

function handleBytes(employeeId: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(employeeId.replaceAll('-', ''), 'hex'))
}

function handleText(employeeId: string): string {
  return Buffer.from(handleBytes(employeeId)).toString('base64url')
}
