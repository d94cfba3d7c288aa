import { createHash, randomBytes } from 'node:crypto'

export function newSecretId(): string {
  return randomBytes(32).toString('base64url')
}

/** Uses a fast hash, which is enough for 256 random bits. */
export function storedId(secretId: string): string {
  return createHash('sha256').update(secretId).digest('hex')
}
