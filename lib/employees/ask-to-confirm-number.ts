import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { maskMobileNumber } from '@/lib/contact/mobile-number'
import { db, type Tx } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import { lockEmployee } from '@/lib/lock-employee'
import { giveBack, type Limit, takeOrWait } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'
import { type AskToConfirmRuleRefusal, askToConfirmRefusal } from './rules'

const perMinute: Limit = { name: 'number-links-minute', points: 1, seconds: 60 }
const perDay: Limit = { name: 'number-links', points: 5, seconds: 24 * 60 * 60 }

export type AskToConfirmRefusal = AskToConfirmRuleRefusal | 'not-found' | 'too-soon' | 'too-many'

/** A refused request uses no limit. The key includes the firm, so no firm uses up another's. */
export async function askToConfirmNumber(
  actor: Actor,
  employeeId: string,
): Promise<Result<{ name: string }, AskToConfirmRefusal>> {
  const key = `${actor.firmId}:${employeeId}`
  const nextAt = await takeOrWait(perMinute, key)
  if (nextAt) return refuse('too-soon', nextAt)
  const opensAt = await takeOrWait(perDay, key)
  if (opensAt) return refuse('too-many', opensAt)
  const asked = await db.$transaction((tx) => ask(tx, actor, employeeId))
  if (!asked.ok) await Promise.all([giveBack(perMinute, key), giveBack(perDay, key)])
  return asked
}

async function ask(
  tx: Tx,
  actor: Actor,
  employeeId: string,
): Promise<Result<{ name: string }, AskToConfirmRuleRefusal | 'not-found'>> {
  const person = await lockEmployee(tx, employeeId, actor.firmId)
  if (!person) return refuse('not-found')
  const refusal = askToConfirmRefusal(person)
  if (refusal) return refuse(refusal)

  const { name, mobileNumber } = person
  await record(
    tx,
    actor,
    'employee.number-link-sent',
    { id: employeeId, name },
    {
      mobileNumber: mobileNumber && maskMobileNumber(mobileNumber),
    },
  )
  await enqueue(tx, 'confirm-number-mail', { employeeId })
  return ok({ name })
}
