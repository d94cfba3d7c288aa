import type { Actor } from '@/lib/access/policy'
import { insertCase } from '@/lib/cases/insert-case'
import { lockOpenCase } from '@/lib/cases/lock-case'
import { moveCase, recordStep } from '@/lib/cases/move-case'
import { maskMobileNumber } from '@/lib/contact/mobile-number'
import type { Tx } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'

type Person = { id: string; name: string; role: 'admin' | 'tech' | 'support'; mobileNumber: string | null }

/** The old number works until the person proves the new one, or for 24 hours. The caller has locked firm and person. */
export async function startNumberChange(
  tx: Tx,
  actor: Actor,
  person: Person,
  newNumber: string,
): Promise<void> {
  const earlier = await lockOpenCase(tx, person.id, 'number_change')
  const admin = { ...actor, party: 'firm-admin' as const }
  if (earlier?.requestedNumber === newNumber) return
  if (earlier)
    await moveCase(tx, earlier, admin, {
      act: 'withdrawn',
      to: 'withdrawn',
      note: 'Replaced by a newer change',
    })

  const { firmId, place, browser } = actor
  const opened = await insertCase(tx, {
    kind: 'number_change',
    state: 'waiting',
    firmId,
    employeeId: person.id,
    roleAtOpening: person.role,
    oldNumber: person.mobileNumber,
    requestedNumber: newNumber,
    place,
    network: '',
    browser,
    waitInHours: 24,
  })
  const before = person.mobileNumber && maskMobileNumber(person.mobileNumber)
  const details = { mobileNumber: { before, after: maskMobileNumber(newNumber) } }
  await recordStep(tx, opened, admin, { act: 'opened', to: 'waiting', details }, null)
  await enqueue(tx, 'enrollment-mail', { employeeId: person.id })
}
