import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { after } from '@/lib/clock'
import { db, type Tx } from '@/lib/db'
import { lockColleague } from '@/lib/employees/lock-colleague'
import type { AnswerSecondAdminForm } from '@/lib/employees/schema'
import { lockFirm } from '@/lib/lock-firm'
import { ok, type Result, refuse } from '@/lib/result'
import type { RecoveryKind } from '@/prisma/client/enums'
import { signOutPerson } from './end-sessions'
import { factsOf } from './lock-helped'
import { takeSecondStep } from './reset-methods'
import { type ConfirmRecoveryRefusal, confirmRecoveryRefusal } from './rules'
import { unlockPerson } from './unlock-tokens'

export type AnswerSecondAdminRefusal = ConfirmRecoveryRefusal | 'not-found' | 'closed' | 'newcomer'
type AnsweredRequest = { kind: RecoveryKind; name: string }

export async function answerSecondAdmin(
  actor: Actor,
  { requestId, answer }: AnswerSecondAdminForm,
): Promise<Result<AnsweredRequest, AnswerSecondAdminRefusal>> {
  return db.$transaction(async (tx) => {
    const firm = await lockFirm(tx, actor.firmId)
    const request = await tx.recoveryRequest.findFirst({ where: { id: requestId, firmId: actor.firmId } })
    if (!request) return refuse('not-found')
    const { kind, employeeName: name, reason } = request
    const target = { id: request.employeeId, name }
    const details = { help: kind, reason, askedBy: request.askedByName }

    if (answer === 'refuse') {
      if (!(await closeRequest(tx, actor, requestId, answer, firm.now))) return refuse('closed')
      await record(tx, actor, 'recovery.refused', target, details)
      return ok({ kind, name })
    }
    const person = await lockColleague(tx, actor, request.employeeId)
    const asker = await lockColleague(tx, actor, request.askedBy)
    if (await isNewcomer(tx, actor, requestId)) return refuse('newcomer')
    const refusal = confirmRecoveryRefusal(actor, { kind, person, asker }, factsOf(actor, firm))
    if (refusal || !person) return refuse(refusal ?? 'not-found')
    if (!(await closeRequest(tx, actor, requestId, answer, firm.now))) return refuse('closed')
    await record(tx, actor, 'recovery.confirmed', target, details)
    const ground = { reason, askedBy: request.askedByName }
    if (kind === 'reset') await takeSecondStep(tx, actor, person, ground)
    if (kind === 'sign_out') await signOutPerson(tx, actor, person, ground)
    if (kind === 'unlock') await unlockPerson(tx, actor, person, ground)
    return ok({ kind, name })
  })
}

/** The asking admin could have created this admin just to confirm. */
async function isNewcomer(tx: Tx, actor: Actor, requestId: string): Promise<boolean> {
  const late = await tx.$queryRaw<unknown[]>`
    select from employee e join recovery_request h on h.firm_id = e.firm_id
    where h.id = ${requestId}::uuid and e.id = ${actor.employeeId}::uuid
      and greatest(e.created_at, e.role_changed_at) > h.asked_at`
  return late.length > 0
}

/** A confirmed one-time pass can be shown for another day. */
async function closeRequest(
  tx: Tx,
  actor: Actor,
  requestId: string,
  answer: 'confirm' | 'refuse',
  now: Date,
): Promise<boolean> {
  const outcome =
    answer === 'confirm' ? { confirmedAt: now, expiresAt: after(now, { hours: 24 }) } : { refusedAt: now }
  const { count } = await tx.recoveryRequest.updateMany({
    where: { id: requestId, confirmedAt: null, refusedAt: null, expiresAt: { gt: now } },
    data: { ...outcome, answeredBy: actor.name },
  })
  return count === 1
}
