import { db, type Tx } from '@/lib/db'
import type { PasskeyPurpose } from '@/prisma/client/client'
import { challengeMinutes } from './rules'

/** What a challenge is bound to: answered for anything else, or by anybody else, it counts for nothing. */
export type AskedOf = {
  purpose: PasskeyPurpose
  /** The session, begun sign-in or browser that asked. */
  askedBy: string
  /** Null on the sign-in page, where nobody has said yet who it is. */
  employeeId: string | null
}

/** Kept for five minutes by the database's clock: 256 random bits, made by the library. */
export async function keepChallenge(
  challenge: string,
  { purpose, askedBy, employeeId }: AskedOf,
): Promise<void> {
  await db.$executeRaw`
    insert into passkey_challenge (challenge, purpose, asked_by, employee_id, expires_at)
    values (${challenge}, ${purpose}::passkey_purpose, ${askedBy}, ${employeeId}::uuid,
      now() + make_interval(mins => ${challengeMinutes}))`
}

/** Uses a challenge up. False: never asked of this one, too late, or answered before. */
export async function dropChallenge(
  tx: Tx,
  challenge: string,
  { purpose, askedBy, employeeId }: AskedOf,
): Promise<boolean> {
  const dropped = await tx.$executeRaw`
    delete from passkey_challenge
    where challenge = ${challenge} and purpose = ${purpose}::passkey_purpose and asked_by = ${askedBy}
      and employee_id is not distinct from ${employeeId}::uuid and expires_at > now()`
  return dropped === 1
}
