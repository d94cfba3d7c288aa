import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { hashPassword, verifyPassword } from '@/lib/passwords/password'
import { newSecretId, storedId } from '@/lib/secrets/secret-id'
import type { SignInContext } from '@/lib/session/visitor'
import { startSignIn } from '@/lib/sign-in/start-sign-in'
import { makeEmployee, makeFirm, passphrase } from '../factories'
import { fillLine } from '../slow-line'

let networks = 0

function visitor(more: Partial<SignInContext> = {}): SignInContext {
  networks += 1
  return {
    address: `198.51.${networks % 250}.${Math.floor(networks / 250)}`,
    place: 'somewhere',
    browser: 'Chrome on Linux',
    requestId: 'test',
    browserId: storedId(newSecretId()),
    ...more,
  }
}

const atOnce = (work: () => Promise<void>) => void work()

function signIn(email: string, password = passphrase, from = visitor()) {
  return startSignIn({ email, password }, from, atOnce)
}

test('a right password opens a pending sign-in and no session', async () => {
  const tech = await makeEmployee(await makeFirm({ requiresSecondFactor: true }))

  const started = await signIn(tech.email)

  expect(started).toMatchObject({ ok: true, value: { needsSecondFactor: true } })
  expect(await db.pendingSignIn.count({ where: { employeeId: tech.id } })).toBe(1)
  expect(await db.session.count({ where: { employeeId: tech.id } })).toBe(0)
})

test('in a firm without the rule no second step is asked', async () => {
  const tech = await makeEmployee(await makeFirm({ requiresSecondFactor: false }))
  expect(await signIn(tech.email)).toMatchObject({ ok: true, value: { needsSecondFactor: false } })
})

test('the database holds only the hash of what the cookie carries', async () => {
  const tech = await makeEmployee(await makeFirm({ requiresSecondFactor: true }))
  const started = await signIn(tech.email)
  if (!started.ok) throw new Error(started.reason)

  const { pendingSecret } = started.value
  expect(await db.pendingSignIn.findUnique({ where: { id: pendingSecret } })).toBeNull()
  expect(await db.pendingSignIn.findUnique({ where: { id: storedId(pendingSecret) } })).not.toBeNull()
})

test('unknown, wrong, disabled and never invited get one answer', async () => {
  const firm = await makeFirm({ requiresSecondFactor: true })
  const tech = await makeEmployee(firm)
  const disabled = await makeEmployee(firm, { active: false })
  const uninvited = await makeEmployee(firm)
  await db.credential.delete({ where: { employeeId: uninvited.id } })

  const answers = await Promise.all([
    signIn('nobody@nowhere.example'),
    signIn(tech.email, 'not the passphrase'),
    signIn(disabled.email),
    signIn(uninvited.email),
  ])
  expect(answers).toEqual(Array(4).fill({ ok: false, reason: 'wrong' }))
})

test('after ten wrong passwords from one network the right one is refused there too', async () => {
  const tech = await makeEmployee(await makeFirm({ requiresSecondFactor: true }))
  const from = visitor()
  for (let tries = 0; tries < 10; tries++) await signIn(tech.email, 'wrong', from)

  expect(await signIn(tech.email, passphrase, from)).toEqual({ ok: false, reason: 'wrong' })
  expect(await signIn(tech.email)).toMatchObject({ ok: true })
})

test('strangers cannot lock out a browser the person has used before', async () => {
  const tech = await makeEmployee(await makeFirm({ requiresSecondFactor: true }))
  const own = visitor()
  await db.knownBrowser.create({ data: { employeeId: tech.id, browserId: own.browserId } })
  for (let tries = 0; tries < 12; tries++)
    await signIn(tech.email, 'wrong', visitor({ address: own.address }))

  expect(await signIn(tech.email, passphrase, own)).toMatchObject({ ok: true })
})

test('right passwords do not use up the limit', async () => {
  const tech = await makeEmployee(await makeFirm({ requiresSecondFactor: true }))
  const from = visitor()
  for (let tries = 0; tries < 12; tries++) {
    expect(await signIn(tech.email, passphrase, from)).toMatchObject({ ok: true })
  }
})

test('a password is compared whole: beyond 72 bytes, after a NUL, in any Unicode form', async () => {
  const long = 'x'.repeat(80)
  const stored = await hashPassword(`${long}a`)
  expect(await verifyPassword(`${long}b`, stored, 'firm')).toBe(false)
  expect(await verifyPassword('start\0end', await hashPassword('start\0other'), 'firm')).toBe(false)
  expect(await verifyPassword('cafe\u0301 au lait', await hashPassword('caf\u00e9 au lait'), 'firm')).toBe(
    true,
  )
})

test('a network without tries left does not lock out a known browser', async () => {
  const tech = await makeEmployee(await makeFirm({ requiresSecondFactor: true }))
  const own = visitor()
  await db.knownBrowser.create({ data: { employeeId: tech.id, browserId: own.browserId } })
  const stranger = visitor({ address: own.address })
  for (let tries = 0; tries < 101; tries++)
    await signIn(`nobody-${tries}-${own.browserId}@nowhere.example`, 'wrong', stranger)

  expect(await signIn(tech.email, passphrase, stranger)).toEqual({ ok: false, reason: 'wrong' })
  expect(await signIn(tech.email, passphrase, own)).toMatchObject({ ok: true })
})

test('throttled tries do not bury the audit log', async () => {
  const tech = await makeEmployee(await makeFirm({ requiresSecondFactor: true }))
  const from = visitor()
  const kept: Array<Promise<void>> = []
  for (let tries = 0; tries < 15; tries++) {
    await startSignIn({ email: tech.email, password: 'wrong' }, from, (work) => void kept.push(work()))
  }
  await Promise.all(kept)

  const events = await db.auditEvent.findMany({ where: { actorId: tech.id }, select: { details: true } })
  expect(events.filter(({ details }) => JSON.stringify(details).includes('true'))).toHaveLength(1)
  expect(events).toHaveLength(11)
})

test('a try that found the line full uses up nothing', async () => {
  const tech = await makeEmployee(await makeFirm({ requiresSecondFactor: true }))
  const from = visitor()
  const domain = tech.email.split('@')[1] ?? ''
  const storm = await fillLine(domain)

  const tries = await Promise.all(Array.from({ length: 10 }, () => signIn(tech.email, passphrase, from)))
  expect(tries).toEqual(Array(10).fill({ ok: false, reason: 'busy' }))
  await storm.end
  expect(await signIn(tech.email, passphrase, from)).toMatchObject({ ok: true })
})
