import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '@/lib/env'

/**
 * A secret as it is stored: AES-256-GCM, with the key's mark in front so that keys can follow each other. `owner` is bound in:
 * a sealed secret that is copied into another row does not open.
 */
export function seal(secret: string, owner: string, key = newestKey()): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', cipherKey(key), nonce).setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return [markOf(key), nonce, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url')).join('.')
}

/** Throws when no key of the settings opens it: then nothing is a match. */
export function unseal(stored: string, owner: string): string {
  const [mark, nonce, sealed, tag] = stored.split('.').map((part) => Buffer.from(part, 'base64url'))
  const key = env.FACTOR_KEYS.find((candidate) => mark?.equals(markOf(candidate)))
  if (!key || !nonce || !sealed || tag?.length !== 16) throw new Error('A sealed secret has no key here')
  const decipher = createDecipheriv('aes-256-gcm', cipherKey(key), nonce)
  decipher.setAAD(Buffer.from(owner)).setAuthTag(tag)
  return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8')
}

/** Whether it should be sealed anew, since a newer key stands in the settings. */
export function isSealedWithOldKey(stored: string): boolean {
  return !stored.startsWith(`${markOf(newestKey()).toString('base64url')}.`)
}

function newestKey(): string {
  const [newest] = env.FACTOR_KEYS
  if (!newest) throw new Error('FACTOR_KEYS is empty')
  return newest
}

function cipherKey(key: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', 'authenticator secrets', 32))
}

/** Tells keys apart and nothing about them. */
function markOf(key: string): Buffer {
  return createHash('sha256').update(`mark of ${key}`).digest().subarray(0, 6)
}
