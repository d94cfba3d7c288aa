import { db, type Tx } from '@/lib/db'
import type { PasskeyPurpose } from '@/prisma/client/client'
import { challengeMinutes } from './rules'

export type AskedOf = {
  purpose: PasskeyPurpose
  askedBy: string
  employeeId: string | null
}

export async function keepChallenge(
  challenge: string,
  { purpose, askedBy, employeeId }: AskedOf,
): Promise<void> {
  await db.$executeRaw`
    insert into passkey_challenge (challenge, purpose, asked_by, employee_id, expires_at)
    values (${challenge}, ${purpose}::passkey_purpose, ${askedBy}, ${employeeId}::uuid,
      now() + make_interval(mins => ${challengeMinutes}))`
}

/** False: never issued for this, expired or already answered. */
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
