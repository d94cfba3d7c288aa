import { db } from '@/lib/db'
import { makeLink, storeLink } from '@/lib/mail-links/make-link'
import { newOneTimePass, oneTimePassId } from '@/lib/mail-links/one-time-pass'
import { startEnrollment } from '@/lib/phone-enrollment/start-enrollment'
import { storedId } from '@/lib/secrets/secret-id'
import { findPendingSignIn } from '@/lib/session/pending-sign-ins'
import type { Employee } from '@/prisma/client/client'
import { makeEmployee, makeFirm, passphrase } from '../factories'
import { secretOf, visitor } from '../passwords/people'

/** A tech of a firm with the rule on, whose old phone was taken away. */
export async function makeReset(wishes: Partial<Employee> = {}) {
  const firm = await makeFirm({ requiresSecondFactor: true })
  return makeEmployee(firm, { factorResetAt: new Date(), ...wishes })
}

export async function mailedLink(person: { id: string }): Promise<string> {
  return secretOf((await makeLink(db, person.id, 'phone_enrollment')).url)
}

/** What an admin reads out. */
export async function madeOneTimePass({ id: employeeId }: { id: string }): Promise<string> {
  const oneTimePass = newOneTimePass()
  await storeLink(db, { id: oneTimePassId(employeeId, oneTimePass), employeeId, purpose: 'one_time_pass' })
  return oneTimePass
}

export function start(link: string, password = passphrase) {
  const from = { ...visitor, browserId: crypto.randomUUID(), address: nextAddress() }
  return startEnrollment({ link, password }, from, () => {})
}

/** Link and password were right. */
export async function startedWith(link: string) {
  const started = await start(link)
  if (!started.ok) throw new Error(started.reason)
  const pending = await findPendingSignIn(storedId(started.value.pendingSecret))
  if (!pending) throw new Error('The sign-in was not found')
  return pending
}

let addresses = 0

function nextAddress(): string {
  addresses += 1
  return `2001:db8:1:${addresses.toString(16)}::1`
}
