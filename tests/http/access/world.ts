import { db } from '@/lib/db'
import { newSecretId, storedId } from '@/lib/secrets/secret-id'
import type { Employee } from '@/prisma/client/client'
import { makeCase } from '../../cases/cases'
import { arriveHalfway, arriveWithSession } from '../../e2e/arrive'
import { hire, hireRegistered } from '../../e2e/people'
import { makeFirm } from '../../factories'
import { FormBrowser } from '../../form-browser'
import { type Belongings, giveBelongings, newBelongings, newBrowserNotification } from './belongings'

/** One firm with somebody in every situation, and a foreign one. `ids`: what a form may name. `mark` stands in every name of the firm and nowhere else. */
export type World = Awaited<ReturnType<typeof makeWorld>>

export const visitors = [
  'anonymous',
  'pending',
  'owing',
  'tech',
  'admin',
  'foreign admin',
  'supporter',
] as const
export type VisitorName = (typeof visitors)[number]

/** The visitors who are fully signed in, and own something. */
export const owners = ['tech', 'admin', 'foreign admin', 'supporter'] as const
export type Owner = (typeof owners)[number]

export function isOwner(visitor: VisitorName): visitor is Owner {
  return owners.some((owner) => owner === visitor)
}

export async function makeWorld() {
  const mark = `mark${crypto.randomUUID().slice(0, 8)}`
  const firm = await makeFirm({ name: `Firm ${mark}`, requiresSecondFactor: true })
  await db.firm.update({ where: { id: firm.id }, data: { trustDays: 7 } })
  const foreign = await makeFirm({ requiresSecondFactor: true })
  const operator = await db.firm.findFirstOrThrow({ where: { isOperator: true } })
  const named = (role: Employee['role'], name: string) => ({ role, name: `${name} ${mark}` })
  const people = {
    pending: await hireRegistered(firm, named('admin', 'Pia')),
    owing: await hire(firm, named('admin', 'Owen')),
    tech: await hire(firm, named('tech', 'Tess')),
    admin: await hire(firm, named('admin', 'Ada')),
    'foreign admin': await hire(foreign, { role: 'admin' }),
    supporter: await hire(operator),
  }
  const victim = await hire(firm, {
    ...named('tech', 'Vera'),
    vendorState: 'refused',
    vendorRefusal: 'invalid',
  })
  await db.credential.delete({ where: { employeeId: victim.id } })
  await arriveWithSession(victim)
  await arriveWithSession(people.admin)
  const lou = await hire(firm, { ...named('tech', 'Lou'), vendor: 'verify' })
  const lost = { ...(await makeCase(lou)), name: lou.name }
  await makeCase(victim, { kind: 'number_change', requestedNumber: '+12025550199' })
  const asked = await askSecondAdmin(people.owing, people.pending, { kind: 'reset' })
  const confirmed = await askSecondAdmin(people.owing, people.admin, {
    kind: 'one_time_pass',
    confirmedAt: new Date(),
  })
  const notified = await db.notification.create({ data: newBrowserNotification(victim) })
  const owned: Record<Owner, Belongings> = {
    tech: newBelongings(),
    admin: newBelongings(),
    'foreign admin': newBelongings(),
    supporter: newBelongings(),
  }
  await giveBelongings(owners.map((owner) => ({ to: people[owner], owned: owned[owner] })))
  const ids = [victim.id, people.owing.id, lost.id, asked.id, confirmed.id]
  const link = await mailLink(victim, 'invitation')
  const numberLink = await mailLink(lou, 'confirm_number')
  const emailLink = await mailLink(people.admin, 'confirm_email')
  return {
    mark,
    firm,
    people,
    victim,
    lou,
    lost,
    asked,
    confirmed,
    notified,
    owned,
    ids,
    link,
    numberLink,
    emailLink,
  }
}

let shared: Promise<World> | undefined

/** For all that changes nothing. */
export function sharedWorld(): Promise<World> {
  shared ??= makeWorld()
  return shared
}

/** A new browser of this visitor. Who is admin or supporter has just proven both factors. */
export async function visit(world: World, visitor: VisitorName) {
  if (visitor === 'anonymous') return new FormBrowser()
  const person = world.people[visitor]
  if (visitor === 'owing') return arriveWithSession(person, { secondFactor: false })
  if (visitor !== 'pending') return arriveWithSession(person)
  const { browser, pendingId } = await arriveHalfway(person)
  await db.push.create({
    data: {
      pendingSignInId: pendingId,
      employeeId: person.id,
      vendorUserId: person.vendorUserId ?? '',
      status: 'expired',
      matchNumber: '42',
      expiresAt: new Date(),
    },
  })
  return browser
}

/** Every pending sign-in of Pia's was proven by a method below the minimum of her firm. */
export function proveBelowMinimum({ people }: World) {
  return db.pendingSignIn.updateMany({
    where: { employeeId: people.pending.id },
    data: { provenBy: 'text', provenAt: new Date() },
  })
}

/** What this visitor may never read: of their own firm the colleague, whom only admins see; of another one everything. */
export function secretsFrom(visitor: VisitorName, { mark, victim }: World): string[] {
  if (visitor === 'admin') return []
  return visitor === 'tech' ? [victim.name, victim.email, victim.mobileNumber?.slice(1) ?? mark] : [mark]
}

async function askSecondAdmin(
  person: Employee,
  asker: Employee,
  wishes: { kind: 'reset' | 'one_time_pass'; confirmedAt?: Date },
) {
  return db.recoveryRequest.create({
    data: {
      firmId: person.firmId,
      employeeId: person.id,
      employeeName: person.name,
      reason: 'Phone lost on a trip',
      askedBy: asker.id,
      askedByName: asker.name,
      expiresAt: new Date(Date.now() + 60 * 60_000),
      ...wishes,
    },
  })
}

async function mailLink(
  person: Employee,
  purpose: 'invitation' | 'confirm_number' | 'confirm_email',
): Promise<string> {
  const secret = newSecretId()
  await db.mailLink.create({
    data: {
      id: storedId(secret),
      employeeId: person.id,
      purpose,
      createdAt: new Date(Date.now() - 5 * 60_000),
      expiresAt: new Date(Date.now() + 60 * 60_000),
    },
  })
  return secret
}

/** Everything the database knows of the firm, but for what the visitor owns and what the worker does by itself. */
export async function fingerprint({ firm, people }: World, visitor: VisitorName): Promise<string> {
  const own = visitor === 'anonymous' ? null : people[visitor].id
  const [print] = await db.$queryRaw<Array<{ digest: string }>>`
    with person as (select * from employee where firm_id = ${firm.id}::uuid and id is distinct from ${own}::uuid)
    select md5(string_agg(line, ',' order by line)) as digest from (
      select to_jsonb(f)::text as line from firm f where id = ${firm.id}::uuid
      union all select (to_jsonb(p) - array['vendor_user_id', 'vendor_state', 'vendor_refusal'])::text from person p
      union all select to_jsonb(c)::text from credential c join person p on p.id = c.employee_id
      union all select (to_jsonb(s) - 'last_seen_at')::text from session s join person p on p.id = s.employee_id
      union all select to_jsonb(i)::text from pending_sign_in i join person p on p.id = i.employee_id
      union all select to_jsonb(l)::text from mail_link l join person p on p.id = l.employee_id
      union all select to_jsonb(r)::text from reset_case r where firm_id = ${firm.id}::uuid
      union all select to_jsonb(w)::text from case_evidence w join reset_case r on r.id = w.case_id
        where r.firm_id = ${firm.id}::uuid and w.by_id is distinct from ${own}::uuid
      union all select to_jsonb(h)::text from recovery_request h where firm_id = ${firm.id}::uuid
      union all select to_jsonb(w)::text from totp_app w join person p on p.id = w.employee_id
      union all select to_jsonb(k)::text from passkey k join person p on p.id = k.employee_id
      union all select to_jsonb(r)::text from recovery_code r join person p on p.id = r.employee_id
      union all select to_jsonb(b)::text from trusted_browser b join person p on p.id = b.employee_id
      union all select to_jsonb(n)::text from notification n join person p on p.id = n.employee_id
      union all select to_jsonb(v)::text from article_vote v join person p on p.id = v.employee_id
      union all select to_jsonb(a)::text from audit_event a
        where firm_id = ${firm.id}::uuid and actor_id is distinct from ${own}::uuid) as lines`
  return print?.digest ?? ''
}
