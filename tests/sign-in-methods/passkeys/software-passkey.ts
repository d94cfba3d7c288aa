import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type { NewPasskey, PasskeyAnswer } from '@/lib/sign-in-methods/passkeys/schema'
import type { AddingOptions, UsingOptions } from '@/lib/sign-in-methods/passkeys/webauthn'

/** What an authenticator, or a page that lies about itself, may do differently. */
type Behaviour = {
  origin?: string
  rpId?: string
  isPresent?: boolean
  isVerified?: boolean
  /** Says this counter instead of counting on. */
  counter?: number
  challenge?: string
  userHandle?: string | null
  isSynced?: boolean
}

/** An authenticator and its browser in one: a key of its own, ES256, which signs what it is asked to. */
export class SoftwarePasskey {
  readonly credentialId = randomBytes(32).toString('base64url')
  private readonly privateKey: KeyObject
  private readonly coseKey: Buffer
  private counter: number
  private userHandle = ''

  constructor(private readonly kind: { counts?: boolean; isSynced?: boolean } = {}) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    this.privateKey = privateKey
    this.coseKey = cborMap([
      [cborInteger(1), cborInteger(2)],
      [cborInteger(3), cborInteger(-7)],
      [cborInteger(-1), cborInteger(1)],
      [cborInteger(-2), cborBytes(Buffer.from(x, 'base64url'))],
      [cborInteger(-3), cborBytes(Buffer.from(y, 'base64url'))],
    ])
    this.counter = kind.counts ? 1 : 0
  }

  /** What the browser posts after a passkey was made. */
  make({ challenge, rp, user }: AddingOptions, behaviour: Behaviour = {}): NewPasskey {
    this.userHandle = user.id
    const id = Buffer.from(this.credentialId, 'base64url')
    const attested = Buffer.concat([Buffer.alloc(16), twoBytes(id.length), id, this.coseKey])
    const authData = this.authData(rp.id ?? '', { isVerified: true, ...behaviour }, attested)
    const attestation = cborMap([
      [cborText('fmt'), cborText('none')],
      [cborText('attStmt'), cborMap([])],
      [cborText('authData'), cborBytes(authData)],
    ])
    return {
      ...this.credential(),
      response: {
        clientDataJSON: clientData('webauthn.create', challenge, behaviour).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      },
    }
  }

  /** What the browser posts after the passkey was used. */
  use({ challenge, rpId = '' }: UsingOptions, behaviour: Behaviour = {}): PasskeyAnswer {
    if (this.kind.counts) this.counter += 1
    const client = clientData('webauthn.get', challenge, behaviour)
    const authData = this.authData(rpId, { isVerified: true, ...behaviour })
    const signed = Buffer.concat([authData, sha256(client)])
    const { userHandle = this.userHandle } = behaviour
    return {
      ...this.credential(),
      response: {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: sign('sha256', signed, this.privateKey).toString('base64url'),
        userHandle: userHandle ?? undefined,
      },
    }
  }

  private authData(rpId: string, behaviour: Behaviour, attested?: Buffer): Buffer {
    const { isPresent = true, isVerified, isSynced = this.kind.isSynced } = behaviour
    const flags =
      (isPresent ? 0x01 : 0) | (isVerified ? 0x04 : 0) | (isSynced ? 0x18 : 0) | (attested ? 0x40 : 0)
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(behaviour.counter ?? this.counter)
    const place = sha256(Buffer.from(behaviour.rpId ?? rpId))
    return Buffer.concat([place, Buffer.of(flags), counter, attested ?? Buffer.alloc(0)])
  }

  private credential() {
    const { credentialId: id } = this
    return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} }
  }
}

function clientData(type: string, challenge: string, behaviour: Behaviour): Buffer {
  const { origin = 'http://localhost:3000' } = behaviour
  return Buffer.from(
    JSON.stringify({ type, challenge: behaviour.challenge ?? challenge, origin, crossOrigin: false }),
  )
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}

function twoBytes(value: number): Buffer {
  return Buffer.of(value >> 8, value & 0xff)
}

// CBOR (RFC 8949), as much of it as an attestation has.
function cborHead(majorType: number, value: number): Buffer {
  const type = majorType << 5
  if (value < 24) return Buffer.of(type | value)
  if (value < 256) return Buffer.of(type | 24, value)
  return Buffer.concat([Buffer.of(type | 25), twoBytes(value)])
}

function cborInteger(value: number): Buffer {
  return value < 0 ? cborHead(1, -1 - value) : cborHead(0, value)
}

function cborBytes(bytes: Buffer): Buffer {
  return Buffer.concat([cborHead(2, bytes.length), bytes])
}

function cborText(text: string): Buffer {
  return Buffer.concat([cborHead(3, text.length), Buffer.from(text)])
}

function cborMap(entries: Array<[Buffer, Buffer]>): Buffer {
  return Buffer.concat([cborHead(5, entries.length), ...entries.flat()])
}
