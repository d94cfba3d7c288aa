import { db } from '@/lib/db'
import type { AppProof } from '@/lib/ways/proof'
import { unseal } from './sealed-secret'
import { stepOf } from './totp'

type Stored = { id: string; sealedSecret: string; lastStep: bigint; now: Date }

/**
 * Which of the person's apps makes this token now. `'used'`: one of them has, and its step is spent. It is used up only in
 * `finishSignIn`.
 */
export async function matchStep(employeeId: string, token: string): Promise<AppProof | 'used' | null> {
  const apps = await db.$queryRaw<Stored[]>`
    select id, sealed_secret as "sealedSecret", last_step as "lastStep", now() as now from authenticator
    where employee_id = ${employeeId}::uuid and confirmed_at is not null`
  let isUsed = false
  for (const { id, sealedSecret, lastStep, now } of apps) {
    const step = stepOf(unseal(sealedSecret, id), token, now)
    if (step === null) continue
    if (step > lastStep) return { kind: 'app', authenticatorId: id, step }
    isUsed = true
  }
  return isUsed ? 'used' : null
}
