import type { Actor } from '@/lib/access/policy'
import { record } from '@/lib/audit/record'
import { db, type Tx } from '@/lib/db'
import type { Helped } from '@/lib/employees/lock-colleague'
import type { HelpForm } from '@/lib/employees/schema'
import { storeLink } from '@/lib/mail-links/make-link'
import { newPass, passId } from '@/lib/mail-links/one-time-pass'
import { tell } from '@/lib/notifications/notify'
import { giveBack, type Limit, takeOne } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'
import { byWhom, type Ground, type HelpRefusal, lockHelped } from './lock-helped'
import { needsAnotherAdmin } from './rules'

/** The pass leaves this process once, in the answer to the form: it is never logged, mailed or part of an address. */
export type MadePass = { name: string; pass: string; expiresAt: Date }
export type MakePassRefusal = HelpRefusal | 'needs-another-admin' | 'too-many'

/** *Send a one-time pass*: for the admin to read out. After the password it opens the set-up page, once, within an hour. */
export async function makePass(
  actor: Actor,
  { employeeId, reason }: HelpForm,
): Promise<Result<MadePass, MakePassRefusal>> {
  return countingPasses<HelpRefusal | 'needs-another-admin'>(actor, employeeId, () =>
    db.$transaction(async (tx) => {
      const person = await lockHelped(tx, actor, employeeId, 'pass')
      if (!person.ok) return person
      if (needsAnotherAdmin(person.value)) return refuse('needs-another-admin')
      return ok(await issuePass(tx, actor, person.value, { reason }))
    }),
  )
}

const perPerson: Limit = { name: 'passes-made', points: 5, seconds: 24 * 60 * 60 }

/** At most five a day for one person; what was refused does not count. The key holds the firm: nobody uses up another firm's. */
export async function countingPasses<Reason extends string>(
  actor: Actor,
  employeeId: string,
  make: () => Promise<Result<MadePass, Reason>>,
): Promise<Result<MadePass, Reason | 'too-many'>> {
  const key = `${actor.firmId}:${employeeId}`
  if (!(await takeOne(perPerson, key))) return refuse('too-many')
  const made = await make()
  if (!made.ok) await giveBack(perPerson, key)
  return made
}

/** Makes the pass; the newest takes the place of an older one. The caller holds the person. */
export async function issuePass(tx: Tx, actor: Actor, person: Helped, ground: Ground): Promise<MadePass> {
  const { id: employeeId, name } = person
  const pass = newPass()
  const expiresAt = await storeLink(tx, {
    id: passId(employeeId, pass),
    employeeId,
    purpose: 'one_time_pass',
  })
  await record(tx, actor, 'employee.one-time-pass-made', { id: employeeId, name }, ground)
  const at = new Date().toISOString()
  const { reason } = ground
  await tell(tx, { kind: 'pass-made', employeeId, at, by: byWhom(actor, ground), reason })
  return { name, pass, expiresAt }
}
