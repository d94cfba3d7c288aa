import { createHmac } from 'node:crypto'
import bcrypt from 'bcrypt'
import { env } from '@/lib/env'
import { HashQueue } from './hash-queue'

const gate = new HashQueue()

/** `turn`: the firm in whose line it waits. 'busy': the line is full, and nothing was hashed. */
export function slowHash(secret: string, cost: number, turn: string): Promise<string | 'busy'> {
  return gate.run(turn, () => bcrypt.hash(prehash(secret), cost))
}

export function slowCompare(secret: string, hash: string, turn: string): Promise<boolean | 'busy'> {
  return gate.run(turn, () => bcrypt.compare(prehash(secret), hash))
}

/** Avoids two limits of bcrypt, which reads 72 bytes and stops at NUL. */
function prehash(secret: string): string {
  return createHmac('sha256', env.PASSWORD_PEPPER).update(secret.normalize('NFC')).digest('base64')
}
