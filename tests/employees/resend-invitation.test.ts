import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { resendInvitation } from '@/lib/employees/resend-invitation'
import { actorFor, makeEmployee, makeFirm } from '../factories'
import { waitingJobs } from './waiting-jobs'

async function firmWithInvited() {
  const firm = await makeFirm()
  const tech = await makeEmployee(firm)
  await db.credential.delete({ where: { employeeId: tech.id } })
  return { tech, admin: actorFor(firm.admin), foreign: actorFor((await makeFirm()).admin) }
}

test('an invitation can be sent again until a password is set', async () => {
  const { tech, admin } = await firmWithInvited()
  expect(await resendInvitation(admin, tech.id)).toEqual({ ok: true, value: { name: tech.name } })
  expect(await waitingJobs('invitation-mail', tech.id)).toHaveLength(1)
  expect(await db.auditEvent.count({ where: { action: 'employee.invited', targetId: tech.id } })).toBe(1)
})

test('a person with a password, or disabled, gets no invitation', async () => {
  const firm = await makeFirm()
  const tech = await makeEmployee(firm)
  const disabled = await makeEmployee(firm, { active: false })
  expect(await resendInvitation(actorFor(firm.admin), tech.id)).toEqual({ ok: false, reason: 'has-password' })
  expect(await resendInvitation(actorFor(firm.admin), disabled.id)).toEqual({
    ok: false,
    reason: 'not-active',
  })
})

test('a second invitation within a minute is refused', async () => {
  const { tech, admin } = await firmWithInvited()
  await db.$executeRaw`insert into mail_link (id, employee_id, purpose, expires_at)
    values (${crypto.randomUUID()}, ${tech.id}::uuid, 'invitation', now() + interval '1 day')`
  expect(await resendInvitation(admin, tech.id)).toMatchObject({ ok: false, reason: 'just-sent' })
})

test('another firm’s admin cannot', async () => {
  const { tech, foreign } = await firmWithInvited()
  expect(await resendInvitation(foreign, tech.id)).toEqual({ ok: false, reason: 'not-found' })
  expect(await waitingJobs('invitation-mail', tech.id)).toEqual([])
})
