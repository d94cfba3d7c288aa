import { db } from '@/lib/db'
import type { SignInContext } from '@/lib/session/visitor'
import { makeEmployee, makeFirm, passphrase } from '../factories'

export const visitor: SignInContext = {
  address: '203.0.113.7',
  place: 'Austin',
  browser: 'Chrome on Windows',
  requestId: 'request-1',
  browserId: 'browser-1',
}

export const oldPassword = passphrase
export const newPassword = 'seven quiet lamps drift'

/** Tess, a tech of a new firm, with the old password. */
export async function newPerson() {
  return makeEmployee(await makeFirm({ name: 'Harbor IT' }), { name: 'Tess Lindqvist' })
}

/** Tess before her first password. */
export async function newlyInvited() {
  const person = await newPerson()
  await db.credential.delete({ where: { employeeId: person.id } })
  return person
}

/** The secret at the end of a mailed address. */
export function secretOf(url: string): string {
  return url.split('/').at(-1) ?? ''
}

/** The jobs of a queue that name this person or address, oldest first. */
export async function jobsFor(queue: string, whom: string) {
  return db.$queryRaw<Array<{ data: Record<string, unknown> }>>`
    select data from pgboss.job where name = ${queue} and data::text like ${`%${whom}%`} order by created_on`
}
