import type { Tx } from '@/lib/db'
import { claimForm } from '@/lib/sent-forms'
import type { Prisma } from '@/prisma/client/client'

export type AuditAction =
  | 'sign-in.started'
  | 'sign-in.wrong-password'
  | 'sign-in.finished'
  | 'sign-in.wrong-token'
  | 'sign-in.tokens-locked'
  | 'sign-in.denied'
  | 'sign-in.copied'
  | 'sign-out'
  | 'push.sent'
  | 'token.sent'
  | 'session.ended'
  | 'session.guessed'
  | 'sessions.ended'
  | 'password.reset-requested'
  | 'password.set'
  | 'password.changed'
  | 'employee.added'
  | 'employee.address-refused'
  | 'employee.invited'
  | 'employee.edited'
  | 'employee.deactivated'
  | 'employee.email-corrected'
  | 'employee.email-change-asked'
  | 'employee.email-change-canceled'
  | 'employee.email-changed'
  | 'employee.reactivated'
  | 'employee.registered'
  | 'employee.registration-refused'
  | 'employee.registration-retried'
  | 'employee.one-time-pass-made'
  | 'employee.methods-reset'
  | 'employee.phone-enrolled'
  | 'recovery.asked'
  | 'recovery.confirmed'
  | 'recovery.refused'
  | 'case.code-asked'
  | 'case.wrong-code'
  | 'case.confirmed'
  | 'case.vouched'
  | 'case.callback-added'
  | 'case.callback-removed'
  | 'case.document-added'
  | 'case.document-removed'
  | 'case.opened'
  | 'case.taken'
  | 'case.released'
  | 'case.asked'
  | 'case.answered'
  | 'case.approved'
  | 'case.declined'
  | 'case.stopped'
  | 'case.withdrawn'
  | 'case.found'
  | 'case.completed'
  | 'case.enrolled'
  | 'two-factor.enabled'
  | 'two-factor.disabled'
  | 'firm.push-mode-changed'
  | 'firm.methods-changed'
  | 'firm.migration-started'
  | 'firm.migration-finished'
  | 'firm.migration-rolled-back'
  | 'employee.migrated'
  | 'employee.number-confirmed'
  | 'employee.number-link-sent'
  | 'employee.tokens-unlocked'
  | 'sign-in.wrong-code'
  | 'sign-in.codes-locked'
  | 'sign-in.tokens-disabled'
  | 'sign-in.passkey-refused'
  | 'sign-in.method-below-minimum'
  | 'passkey.copied'
  | 'pushes.locked'
  | 'pushes.unlocked'
  | 'method.added'
  | 'method.renamed'
  | 'method.removed'
  | 'recovery-codes.generated'
  | 'browser.trusted'
  | 'browser.forgotten'
  | 'account.not-me'
  | 'account.data-downloaded'

export type AuditActor = {
  firmId: string
  employeeId: string | null
  name: string
  place?: string
  browser?: string
  requestId?: string
}

type AuditTarget = { id: string; name: string }

/** Records in the change's own transaction, which so carries out the form of this request. `details` hold masked numbers and never a secret. */
export async function record(
  tx: Tx,
  actor: AuditActor,
  action: AuditAction,
  target?: AuditTarget,
  details: Prisma.InputJsonObject = {},
): Promise<void> {
  const { firmId, employeeId, name, place, browser, requestId } = actor
  const about = { targetId: target?.id, targetName: target?.name, details }
  await tx.auditEvent.create({
    data: { firmId, actorId: employeeId, actorName: name, action, ...about, place, browser, requestId },
  })
  await claimForm(tx)
}
