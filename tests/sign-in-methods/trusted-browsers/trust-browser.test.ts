import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { storedId } from '@/lib/secrets/secret-id'
import { findSession, hasFreshProof } from '@/lib/session/sessions'
import { getTrustDays } from '@/lib/sign-in-methods/trusted-browsers/queries'
import { trustBrowser } from '@/lib/sign-in-methods/trusted-browsers/trust-browser'
import type { Role } from '@/prisma/client/client'
import { makeEmployee, makeFirm, makeSession } from '../../factories'
import { notificationKindsFor } from '../../notifications/notifications'
import { finishOwn, makePending } from '../../pending'
import { asked, comeBack, home, makeTrusted, makeTrustingFirm, signIn } from './trusting'

const refused = { ok: false, reason: 'not-allowed' }

test('a trusted browser counts as the second step, with the day on which it was proven', async () => {
  const { tech, browserHash } = await makeTrusted()
  await db.$executeRaw`
    update trusted_browser set proven_at = now() - interval '3 days' where id = ${browserHash}`
  await db.$executeRaw`update credential set changed_at = now() - interval '9 days' where employee_id = ${tech.id}::uuid`
  const finished = await comeBack(tech, browserHash)
  if (!finished.ok) throw new Error(finished.reason)

  const session = await findSession(storedId(finished.value.sessionSecret), false)
  expect(session?.needsSecondFactor).toBe(false)
  if (!session) throw new Error('No session')
  expect(hasFreshProof(session.actor)).toBe(false)
})

test('a browser trusted a moment ago is no fresh proof', async () => {
  const { tech, browserHash } = await makeTrusted()
  await db.$executeRaw`update credential set changed_at = now() - interval '9 days' where employee_id = ${tech.id}::uuid`
  const finished = await comeBack(tech, browserHash)
  if (!finished.ok) throw new Error(finished.reason)
  const session = await findSession(storedId(finished.value.sessionSecret), false)
  expect(session && hasFreshProof(session.actor)).toBe(false)
})

test('the person is notified, and the audit log has the number of days', async () => {
  const { tech } = await makeTrusted()
  expect(await notificationKindsFor(tech.id)).toContain('browser-trusted')
  const lines = await db.auditEvent.findMany({ where: { actorId: tech.id, action: 'browser.trusted' } })
  expect(lines).toMatchObject([{ details: { days: 14 } }])
})

test('it opens nothing without the password, and is never a fresh proof', async () => {
  const { tech, sessionId, browserHash } = await makeTrusted()
  const confirm = { ...home, purpose: 'step_up' as const, replacesSessionId: sessionId }
  const { pendingId } = await makePending(tech, confirm)
  expect(await finishOwn(pendingId, { kind: 'trusted-browser', browserHash })).toEqual(asked)
  expect(await finishOwn('no such sign-in', { kind: 'trusted-browser', browserHash })).toEqual({
    ok: false,
    reason: 'ended',
  })
})

test('another person’s cookie is ignored', async () => {
  const firm = await makeTrustingFirm()
  const [one, other] = [await makeTrusted(firm), await makeTrusted(firm)]
  expect(await comeBack(other.tech, one.browserHash)).toEqual(asked)
  expect(await comeBack(one.tech, one.browserHash)).toMatchObject({ ok: true })
})

test('a cookie that was copied into another network is ignored', async () => {
  const { tech, browserHash } = await makeTrusted()
  expect(await comeBack(tech, browserHash, { network: '10.9.9.9' })).toEqual(asked)
  expect(await comeBack(tech, browserHash, { network: '' })).toEqual(asked)
})

test('it ends with its days, by the clock of the database', async () => {
  const { tech, browserHash } = await makeTrusted()
  await db.$executeRaw`
    update trusted_browser set expires_at = now() - interval '1 second' where id = ${browserHash}`
  expect(await comeBack(tech, browserHash)).toEqual(asked)
})

test('fewer days act at once, and so does never', async () => {
  const { tech, browserHash } = await makeTrusted()
  await db.$executeRaw`update credential set changed_at = now() - interval '9 days' where employee_id = ${tech.id}::uuid`
  await db.$executeRaw`
    update trusted_browser set proven_at = now() - interval '3 days' where id = ${browserHash}`
  const allow = (trustDays: number) => db.firm.update({ where: { id: tech.firmId }, data: { trustDays } })
  await allow(4)
  expect(await comeBack(tech, browserHash)).toMatchObject({ ok: true })
  for (const days of [2, 0]) {
    await allow(days)
    expect(await comeBack(tech, browserHash)).toEqual(asked)
  }
})

test.each<Role>(['admin', 'tech'])('a person with the role %s', async (role) => {
  const person = await makeEmployee(await makeTrustingFirm(), { role })
  const days = role === 'tech' ? 14 : 0
  expect(await getTrustDays({ employeeId: person.id })).toBe(days)
  expect(await trustBrowser(await signIn(person), 'text')).toMatchObject({ ok: days > 0 })
})

test('supporters are always asked', async () => {
  const operator = await makeFirm({ isOperator: true })
  await db.firm.update({ where: { id: operator.id }, data: { trustDays: 14 } })
  expect(await getTrustDays({ employeeId: operator.admin.id })).toBe(0)
  expect(await trustBrowser(await signIn(operator.admin), 'text')).toEqual(refused)
})

test('a firm that does not allow it has no trusted browser', async () => {
  const tech = await makeEmployee(await makeTrustingFirm({ trustDays: 0 }))
  expect(await trustBrowser(await signIn(tech), 'text')).toEqual(refused)
})

test('no browser is trusted by a recovery code or without a second step', async () => {
  const tech = await makeEmployee(await makeTrustingFirm())
  const sessionId = await signIn(tech)
  expect(await trustBrowser(sessionId, 'recovery-code')).toEqual(refused)
  expect(await trustBrowser(sessionId, null)).toEqual(refused)
})

test('an old or ended session, or one of a trusted browser, adds no trusted browser', async () => {
  const { tech, browserHash } = await makeTrusted()
  const finished = await comeBack(tech, browserHash)
  if (!finished.ok) throw new Error(finished.reason)
  expect(await trustBrowser(storedId(finished.value.sessionSecret), 'text')).toEqual(refused)

  const old = await makeSession(tech)
  await db.$executeRaw`update session set second_factor_at = now() - interval '11 minutes' where id = ${old}`
  expect(await trustBrowser(old, 'text')).toEqual(refused)
  expect(await trustBrowser('ended', 'text')).toEqual(refused)
})

test('a method that the firm no longer allows makes no trusted browser', async () => {
  const firm = await makeTrustingFirm()
  const tech = await makeEmployee(firm, { vendorUserId: crypto.randomUUID() })
  const sessionId = await signIn(tech)
  await db.firm.update({ where: { id: firm.id }, data: { allowsText: false } })
  expect(await trustBrowser(sessionId, 'text')).toEqual(refused)
  expect(await trustBrowser(sessionId, 'app')).toMatchObject({ ok: true })
})

test('a browser that is trusted again replaces its former cookie', async () => {
  const { tech, browserHash } = await makeTrusted()
  const again = await trustBrowser(await signIn(tech), 'text', browserHash)
  if (!again.ok) throw new Error(again.reason)
  expect(await comeBack(tech, browserHash)).toEqual(asked)
  expect(await comeBack(tech, storedId(again.value.secret))).toMatchObject({ ok: true })
})

test('trusting a browser never replaces another person’s', async () => {
  const firm = await makeTrustingFirm()
  const [one, other] = [await makeTrusted(firm), await makeTrusted(firm)]
  await trustBrowser(await signIn(other.tech), 'text', one.browserHash)
  expect(await comeBack(one.tech, one.browserHash)).toMatchObject({ ok: true })
})
