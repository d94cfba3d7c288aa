import { expect, test } from 'vitest'
import { endOtherSessions } from '@/lib/account/end-sessions'
import { db } from '@/lib/db'
import { editEmployee } from '@/lib/employees/edit-employee'
import { endSessions } from '@/lib/employees/recovery/end-sessions'
import { resetMethods } from '@/lib/employees/recovery/reset-methods'
import { setPolicy } from '@/lib/firms/set-policy'
import { makeLink } from '@/lib/mail-links/make-link'
import { setPassword } from '@/lib/passwords/set-password'
import { freshActorOf } from '@/lib/session/fresh-actor'
import { forgetAllBrowsers, forgetBrowser } from '@/lib/sign-in-methods/trusted-browsers/forget-browser'
import { listTrustedBrowsers } from '@/lib/sign-in-methods/trusted-browsers/queries'
import { trustBrowser } from '@/lib/sign-in-methods/trusted-browsers/trust-browser'
import { updateEnrolled } from '@/lib/sign-in-methods/update-enrolled'
import type { Employee } from '@/prisma/client/client'
import { actorFor, digitsOf, makeEmployee, uniqueNumber } from '../../factories'
import { chosen } from '../../firms/policies'
import { newPassword, secretOf, visitor } from '../../passwords/people'
import { asked, comeBack, makeTrusted, makeTrustingFirm, signIn } from './trusting'

async function trusted() {
  const firm = await makeTrustingFirm()
  return { firm, admin: actorFor(firm.admin), ...(await makeTrusted(firm)) }
}
type Trusted = Awaited<ReturnType<typeof trusted>>

/** As Manage Employees saves it, once a second admin or the person need not agree. */
async function edit({ firm, admin, tech }: Trusted, changes: Partial<Employee>) {
  await db.firm.update({ where: { id: firm.id }, data: { requiresSecondFactor: false } })
  const { id, name, version, mobileNumber, active } = tech
  // A proven number would be held, whatever the firm's answer.
  if (changes.mobileNumber) await db.employee.update({ where: { id }, data: { numberProvenAt: null } })
  const role = 'tech' as const
  const window = { employeeId: id, version, name, role, active, allowSharedNumber: false }
  const edited = await editEmployee(admin, {
    ...window,
    mobileNumber: digitsOf(changes.mobileNumber ?? mobileNumber ?? ''),
    ...(changes.active === undefined ? {} : { active: changes.active }),
    ...(changes.role === 'admin' ? { role: 'admin' as const } : {}),
  })
  expect(edited).toMatchObject({ ok: true })
  await db.firm.update({ where: { id: firm.id }, data: { requiresSecondFactor: true } })
}

const reason = 'Was asked on the telephone'
const paths: Array<[string, (person: Trusted) => Promise<unknown>]> = [
  [
    'a new password from a mailed link',
    async ({ tech }) => {
      const { url } = await makeLink(db, tech.id, 'password_reset')
      expect(await setPassword(secretOf(url), newPassword, visitor)).toMatchObject({ ok: true })
    },
  ],
  ['signing out everywhere else', ({ tech, sessionId }) => endOtherSessions(actorFor(tech, { sessionId }))],
  ['an admin’s sign-out', ({ admin, tech }) => endSessions(admin, { employeeId: tech.id, reason })],
  ['a reset of the second step', ({ admin, tech }) => resetMethods(admin, { employeeId: tech.id, reason })],
  ['another number', (person) => edit(person, { mobileNumber: uniqueNumber() })],
  ['another role', (person) => edit(person, { role: 'admin' })],
  [
    'a deactivation, also after the person is back',
    async (person) => {
      await edit(person, { active: false })
      await db.employee.update({ where: { id: person.tech.id }, data: { active: true } })
    },
  ],
  [
    'a sign-in method that was added or removed',
    async ({ tech, sessionId }) => {
      const freshActor = await freshActorOf(actorFor(tech, { sessionId }))
      if (!freshActor.ok) throw new Error(freshActor.reason)
      await db.$transaction((tx) => updateEnrolled(tx, freshActor.value))
    },
  ],
  ['*Forget* by the person', ({ tech, browserHash }) => forgetBrowser(actorFor(tech), browserHash)],
  ['*Forget all* by the person', ({ tech }) => forgetAllBrowsers(actorFor(tech))],
]

test.each(paths)('%s forgets it, in the database too', async (_, act) => {
  const person = await trusted()
  expect(await comeBack(person.tech, person.browserHash)).toMatchObject({ ok: true })
  await act(person)
  expect(await comeBack(person.tech, person.browserHash)).toMatchObject({ ok: false })
  expect(await db.trustedBrowser.count({ where: { employeeId: person.tech.id } })).toBe(0)
})

test.each(['changed_at', 'number_changed_at', 'role_changed_at'])(
  'a proof from before %s does not count, even if somebody had left the browser in',
  async (column) => {
    const { tech, browserHash } = await trusted()
    const sql =
      column === 'changed_at'
        ? `update credential set changed_at = now() where employee_id = '${tech.id}'`
        : `update employee set ${column} = now() where id = '${tech.id}'`
    await db.$executeRawUnsafe(sql)
    expect(await comeBack(tech, browserHash)).toEqual(asked)
  },
)

test('a stricter policy forgets the browsers of the firm, and of no other', async () => {
  const [one, other] = [await trusted(), await trusted()]
  await makeEmployee(one.firm)
  const change = await chosen(one.firm, { minimumTech: 'strong' })
  expect(await setPolicy(one.admin, change)).toMatchObject({ ok: true })
  expect(await comeBack(one.tech, one.browserHash)).toEqual(asked)
  expect(await comeBack(other.tech, other.browserHash)).toMatchObject({ ok: true })
})

test('a browser is not trusted for a session that the new password has just ended', async () => {
  const firm = await makeTrustingFirm()
  const tech = await makeEmployee(firm)
  const sessionId = await signIn(tech)
  const { url } = await makeLink(db, tech.id, 'password_reset')
  await Promise.all([setPassword(secretOf(url), newPassword, visitor), trustBrowser(sessionId, 'text')])
  expect(await db.trustedBrowser.count({ where: { employeeId: tech.id } })).toBe(0)
})

test('people see and forget only their own browsers', async () => {
  const firm = await makeTrustingFirm()
  const [one, other] = [await makeTrusted(firm), await makeTrusted(firm)]
  expect(await listTrustedBrowsers(actorFor(one.tech))).toMatchObject([{ id: one.browserHash }])
  expect(await forgetBrowser(actorFor(one.tech), other.browserHash)).toEqual({
    ok: false,
    reason: 'not-found',
  })
  expect(await forgetAllBrowsers(actorFor(one.tech))).toBe(1)
  expect(await comeBack(other.tech, other.browserHash)).toMatchObject({ ok: true })
})

test('the list shows until when, by what the firm allows now', async () => {
  const { tech, firm } = await trusted()
  await db.firm.update({ where: { id: firm.id }, data: { trustDays: 2 } })
  const [browser] = await listTrustedBrowsers(actorFor(tech))
  const days = ((browser?.endsAt.getTime() ?? 0) - (browser?.provenAt.getTime() ?? 0)) / 86_400_000
  expect(days).toBe(2)
})
