import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/access/policy'
import { lockCase, lockOpenCase } from '@/lib/cases/lock-case'
import { moveCase, recordStep } from '@/lib/cases/move-case'
import { maskMobileNumber } from '@/lib/contact/mobile-number'
import type { Tx } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import { pageSecret } from '@/lib/mail-links/case-links'
import { storedId } from '@/lib/secrets/secret-id'

type Person = { id: string; name: string; role: 'admin' | 'tech' | 'support'; mobileNumber: string | null }

/**
 * An admin has changed the number of a person who uses the old one: the old one works until the person proves the new
 * one, or for 24 hours, with notices and a stop link everywhere. A second change takes the place of the first.
 * The caller holds the rows of the firm and the person.
 */
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
    await moveCase(tx, earlier, admin, { act: 'withdrawn', to: 'withdrawn', note: 'Changed again' })

  const id = randomUUID()
  await tx.$executeRaw`
    insert into reset_case (id, kind, firm_id, employee_id, role_at_opening, state, old_number, requested_number, risks,
      page_hash, place, network, browser, waits_until)
    values (${id}::uuid, 'number_change', ${actor.firmId}::uuid, ${person.id}::uuid, ${person.role}::role, 'waiting',
      ${person.mobileNumber}, ${newNumber}, '{}', ${storedId(pageSecret(id))}, ${actor.place}, '', ${actor.browser},
      now() + interval '24 hours')`
  const opened = await lockCase(tx, id)
  if (!opened) throw new Error('The held number was not stored')
  const before = person.mobileNumber && maskMobileNumber(person.mobileNumber)
  const details = { mobileNumber: { before, after: maskMobileNumber(newNumber) } }
  await recordStep(tx, opened, admin, { act: 'opened', to: 'waiting', details }, null)
  await enqueue(tx, 'enrollment-mail', { employeeId: person.id })
}
