import type { AppProof } from '@/lib/access/proof'
import { db } from '@/lib/db'
import { log } from '@/lib/log'
import { unseal } from './sealed-secret'
import { stepOf, wrongClockStepOf } from './totp'

type Stored = { id: string; sealedSecret: string; lastStep: bigint; now: Date }

/** `'none'`: the person has no authenticator app, so nothing was compared. */
export async function matchStep(
  employeeId: string,
  token: string,
): Promise<AppProof | 'used' | 'wrong-clock' | 'wrong' | 'none'> {
  const apps = await db.$queryRaw<Stored[]>`
    select id, sealed_secret as "sealedSecret", last_step as "lastStep", now() as now from totp_app
    where employee_id = ${employeeId}::uuid and confirmed_at is not null`
  if (apps.length === 0) return 'none'
  let answer: 'used' | 'wrong-clock' | 'wrong' = 'wrong'
  for (const { id, sealedSecret, lastStep, now } of apps) {
    const secret = unseal(sealedSecret, id)
    // A lost key must not close the person's other methods, whose tokens use the same field.
    if (!secret)
      log.error({ alarm: 'sealed-secret', appId: id }, 'A sealed secret cannot be opened with FACTOR_KEYS')
    const step = secret && stepOf(secret, token, now)
    if (step && step > lastStep) return { kind: 'app', appId: id, step }
    if (step) answer = 'used'
    const wrongClockStep = secret && answer === 'wrong' ? wrongClockStepOf(secret, token, now) : null
    if (wrongClockStep) {
      await consumeStep(id, wrongClockStep)
      answer = 'wrong-clock'
    }
  }
  return answer
}

/** The answer tells an attacker which token the next step has. */
async function consumeStep(appId: string, step: number): Promise<void> {
  await db.$executeRaw`update totp_app set last_step = greatest(last_step, ${step}) where id = ${appId}`
}
