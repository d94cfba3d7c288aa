import { createHash, randomBytes } from 'node:crypto'

/** A new secret for a cookie or a link: 256 random bits. */
export function newSecretId(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database keeps of a secret. A fast hash is enough for 256 random bits. */
export function storedId(secretId: string): string {
  return createHash('sha256').update(secretId).digest('hex')
}
