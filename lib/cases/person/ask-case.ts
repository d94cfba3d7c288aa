import { record } from '@/lib/audit/record'
import { lockOpenCase } from '@/lib/cases/lock-case'
import { areLinksBlocked } from '@/lib/cases/mail-block'
import type { AskForm } from '@/lib/cases/schema'
import { type NumberUnread, readNumber } from '@/lib/contact/read-mobile-number'
import { db } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import { lockEmployee } from '@/lib/lock-employee'
import { type Limit, takeOrWait } from '@/lib/rate-limit'
import { ok, type Refusal, type Result, refuse } from '@/lib/result'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { networkOf } from '@/lib/session/visitor'
import type { CaseDraft } from '@/prisma/client/client'

export const codeMinutes = 10

const pause: Limit = { name: 'cases-pause', points: 1, seconds: codeMinutes * 60 }
const perPerson: Limit = { name: 'cases-person', points: 3, seconds: 24 * 60 * 60 }
const perFirm: Limit = { name: 'cases-firm', points: 50, seconds: 24 * 60 * 60 }
const perNetworkAndFirm: Limit = { name: 'cases-network-firm', points: 20, seconds: 24 * 60 * 60 }
const perNetwork: Limit = { name: 'cases-network', points: 200, seconds: 24 * 60 * 60 }

export type AskRefusal =
  | 'already-open'
  | 'being-enrolled'
  | 'number-unchanged'
  | 'number-needed'
  | 'too-soon'
  | 'too-many'
  | 'ended'

type Asked = Pick<CaseDraft, 'reason' | 'oldNumberWorks' | 'requestedNumber' | 'bestTime' | 'words'>

/** The answers stay a draft until the person enters the mailed code: no case opens, only the person is notified. */
export async function askCase(
  pending: PendingSignIn,
  form: AskForm,
  address: string,
): Promise<Result<void, AskRefusal> | NumberUnread> {
  const read = readForm(pending, form)
  return read.ok ? keepDraft(pending, read.value, address) : read
}

/** A resend counts like the first request, and the earlier code no longer works. */
export async function askCaseAgain(
  pending: PendingSignIn,
  address: string,
): Promise<Result<void, AskRefusal | 'no-draft'>> {
  const draft = await db.caseDraft.findUnique({ where: { employeeId: pending.employeeId } })
  return draft ? keepDraft(pending, draft, address) : refuse('no-draft')
}

function readForm(pending: PendingSignIn, form: AskForm): { ok: true; value: Asked } | NumberUnread {
  const { newNumber, sureNumber: sure, ...answers } = form
  const read = readNumber(newNumber, pending.defaultCountry, { sure })
  return read.ok ? ok({ ...answers, requestedNumber: read.mobileNumber }) : read
}

async function keepDraft(
  pending: PendingSignIn,
  asked: Asked,
  address: string,
): Promise<Result<void, AskRefusal>> {
  // A step-up may start without a password: only a sign-in has just proven it.
  if (pending.purpose !== 'sign_in') return refuse('ended')
  const { reason, oldNumberWorks, requestedNumber, bestTime, words } = asked
  if (reason === 'new_number' && !requestedNumber) return refuse('number-needed')
  if (reason === 'new_number' && requestedNumber === pending.mobileNumber) return refuse('number-unchanged')
  const limited = await limitReached(pending, address)
  if (limited) return limited

  return db.$transaction(async (tx) => {
    const person = await lockEmployee(tx, pending.employeeId)
    if (!person?.active) return refuse('ended')
    const open = await lockOpenCase(tx, pending.employeeId, 'lost_phone')
    if (person.factorResetAt) {
      const isBlocked = await areLinksBlocked(tx, pending.employeeId)
      if (!isBlocked || (open && open.state !== 'ready')) return refuse('being-enrolled')
    } else if (open) return refuse('already-open')

    await tx.caseDraft.deleteMany({ where: { employeeId: pending.employeeId } })
    await tx.$executeRaw`
      insert into case_draft (employee_id, reason, old_number_works, requested_number, best_time, words, expires_at)
      values (${pending.employeeId}::uuid, ${reason}::loss_reason, ${oldNumberWorks}::old_number_works,
        ${requestedNumber}, ${bestTime}, ${words}, now() + interval '24 hours')`
    await record(tx, pending, 'case.code-asked', { id: pending.employeeId, name: pending.name })
    await enqueue(tx, 'case-code-mail', { employeeId: pending.employeeId })
    return ok()
  })
}

/** Each limit counts alone, before any mail, so an attacker cannot use up another firm's or person's. */
async function limitReached(
  pending: PendingSignIn,
  address: string,
): Promise<Refusal<'too-soon' | 'too-many'> | null> {
  const network = networkOf(address)
  const limits: Array<[Limit, string]> = [
    [pause, pending.employeeId],
    [perPerson, pending.employeeId],
    [perFirm, pending.firmId],
    [perNetworkAndFirm, `${network}|${pending.firmId}`],
    [perNetwork, network],
  ]
  for (const [limit, key] of limits) {
    const opensAt = await takeOrWait(limit, key)
    if (opensAt) return refuse(limit === pause ? 'too-soon' : 'too-many', opensAt)
  }
  return null
}
