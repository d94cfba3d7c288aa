import { record } from '@/lib/audit/record'
import { lockOpenCase } from '@/lib/cases/lock-case'
import { areLinksBlocked } from '@/lib/cases/mail-block'
import type { AskForm } from '@/lib/cases/schema'
import { type MobileNumberRefusal, parseMobileNumber } from '@/lib/contact/mobile-number'
import { db } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Limit, takeOne } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'
import type { PendingSignIn } from '@/lib/session/pending-sign-ins'
import { networkOf } from '@/lib/session/visitor'

const perPerson: Limit = { name: 'cases-person', points: 5, seconds: 24 * 60 * 60 }
const perFirm: Limit = { name: 'cases-firm', points: 50, seconds: 24 * 60 * 60 }
const perNetworkAndFirm: Limit = { name: 'cases-network-firm', points: 20, seconds: 24 * 60 * 60 }
const perNetwork: Limit = { name: 'cases-network', points: 200, seconds: 24 * 60 * 60 }

export type AskRefusal =
  | 'already-open'
  | 'being-enrolled'
  | 'too-many'
  | 'number-unchanged'
  | 'number-needed'
  | 'ended'
export type AskAnswer =
  | Result<void, AskRefusal>
  | { ok: false; reason: 'number-unreadable'; why: MobileNumberRefusal }

/**
 * *I don't have access to my phone*, after the right password: keeps what was said, and mails a code to the stored
 * address. Nothing is open yet, nobody but the person is told, and a newer form replaces an older one.
 */
export async function askCase(pending: PendingSignIn, form: AskForm, address: string): Promise<AskAnswer> {
  // A fresh proof of a session was begun without a password perhaps: only a sign-in has just shown it.
  if (pending.purpose !== 'sign_in') return refuse('ended')
  const typed = readRequestedNumber(pending, form)
  if (!typed.ok) return typed
  if (!(await isWithinLimits(pending, address))) return refuse('too-many')

  return db.$transaction(async (tx) => {
    const [person] = await tx.$queryRaw<Array<{ isReset: boolean }>>`
      select factor_reset_at is not null as "isReset" from employee
      where id = ${pending.employeeId}::uuid and active for no key update`
    if (!person) return refuse('ended')
    const open = await lockOpenCase(tx, pending.employeeId, 'lost_phone')
    if (person.isReset) {
      const isBlocked = await areLinksBlocked(tx, pending.employeeId)
      if (!isBlocked || (open && open.state !== 'ready')) return refuse('being-enrolled')
    } else if (open) return refuse('already-open')

    const { reason, oldNumberWorks, bestTime, words } = form
    await tx.caseDraft.deleteMany({ where: { employeeId: pending.employeeId } })
    await tx.$executeRaw`
      insert into case_draft (employee_id, reason, old_number_works, requested_number, best_time, words, expires_at)
      values (${pending.employeeId}::uuid, ${reason}::loss_reason, ${oldNumberWorks}::old_number_works,
        ${typed.value}, ${bestTime}, ${words}, now() + interval '24 hours')`
    await record(tx, pending, 'case.code-asked', { id: pending.employeeId, name: pending.name })
    await enqueue(tx, 'case-code-mail', { employeeId: pending.employeeId })
    return ok()
  })
}

/** *Send a new code*: the same words once more. It counts like the first time, and the code before ends. */
export async function askCaseAgain(
  pending: PendingSignIn,
  address: string,
): Promise<AskAnswer | { ok: false; reason: 'no-draft' }> {
  const draft = await db.caseDraft.findUnique({ where: { employeeId: pending.employeeId } })
  if (!draft) return refuse('no-draft')
  const { reason, oldNumberWorks, requestedNumber, bestTime, words } = draft
  const newNumber = requestedNumber?.slice(1) ?? ''
  return askCase(pending, { reason, oldNumberWorks, newNumber, bestTime, words }, address)
}

type ReadNumber =
  | Result<string | null, 'number-unchanged' | 'number-needed'>
  | { ok: false; reason: 'number-unreadable'; why: MobileNumberRefusal }

function readRequestedNumber(pending: PendingSignIn, form: AskForm): ReadNumber {
  const read = parseMobileNumber(form.newNumber, pending.defaultCountry)
  if (!read.ok && read.reason !== 'empty') return { ok: false, reason: 'number-unreadable', why: read }
  const number = read.ok ? read.e164 : null
  if (form.reason === 'new_number' && !number) return refuse('number-needed')
  if (form.reason === 'new_number' && number === pending.mobileNumber) return refuse('number-unchanged')
  return ok(number)
}

/** Counted before anything is mailed; each limit by itself, so that nobody uses up another firm's or person's. */
async function isWithinLimits(pending: PendingSignIn, address: string): Promise<boolean> {
  return (
    (await takeOne(perPerson, pending.employeeId)) &&
    (await takeOne(perFirm, pending.firmId)) &&
    (await takeOne(perNetworkAndFirm, `${networkOf(address)}|${pending.firmId}`)) &&
    (await takeOne(perNetwork, networkOf(address)))
  )
}
