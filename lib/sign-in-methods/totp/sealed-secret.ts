import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '@/lib/env'

/** AES-256-GCM with the key's mark in front for rotation; a secret copied into another row does not open. */
export function seal(secret: string, owner: string, key = newestKey()): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', cipherKey(key), nonce).setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return [markOf(key), nonce, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url')).join('.')
}

export function unseal(stored: string, owner: string): string | null {
  const [mark, nonce, sealed, tag] = stored.split('.').map((part) => Buffer.from(part, 'base64url'))
  const key = env.FACTOR_KEYS.find((candidate) => mark?.equals(markOf(candidate)))
  if (!key || nonce?.length !== 12 || !sealed || tag?.length !== 16) return null
  const decipher = createDecipheriv('aes-256-gcm', cipherKey(key), nonce, { authTagLength: 16 })
  decipher.setAAD(Buffer.from(owner)).setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

export function newestMark(): string {
  return `${markOf(newestKey()).toString('base64url')}.`
}

function newestKey(): string {
  const [newest] = env.FACTOR_KEYS
  if (!newest) throw new Error('FACTOR_KEYS is empty')
  return newest
}

function cipherKey(key: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', 'authenticator secrets', 32))
}

function markOf(key: string): Buffer {
  return createHash('sha256').update(`mark of ${key}`).digest().subarray(0, 6)
}
