import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { excludesActor, listMustAdd } from '@/lib/firms/queries'
import { setPolicy } from '@/lib/firms/set-policy'
import { actorFor, makeEmployee, makeFirm } from '../factories'
import { notificationsFor } from '../notifications/notifications'
import { anything, chosen, makeApp, makeCrowd, makePasskey, policyOf } from './policies'

const changed = { ok: true, value: { changed: true } }
const eventsOf = (firm: { id: string }) =>
  db.auditEvent.findMany({ where: { firmId: firm.id, action: 'firm.methods-changed' } })

/** A firm with the rule on, whose admin has the vendor's app. */
async function makeReadyFirm() {
  const firm = await makeFirm({ requiresSecondFactor: true })
  await db.employee.update({
    where: { id: firm.admin.id },
    data: { vendorUserId: crypto.randomUUID(), vendorAppUsedAt: new Date() },
  })
  return firm
}

test('a change sent ten times at once is stored once, with one event and one mail each', async () => {
  const firm = await makeReadyFirm()
  const second = await makeEmployee(firm, { role: 'admin' })
  await makeEmployee(firm, { role: 'admin', active: false })
  const tech = await makeEmployee(firm)
  const form = await chosen(firm, { allowsText: false, trustDays: 7 })
  const answers = await Promise.all(Array.from({ length: 10 }, () => setPolicy(actorFor(firm.admin), form)))

  expect(answers.filter((answer) => answer.ok && answer.value.changed)).toHaveLength(1)
  expect(await policyOf(firm)).toEqual({ ...anything, allowsText: false, trustDays: 7 })
  expect(await eventsOf(firm)).toMatchObject([
    {
      details: { allowsText: { before: true, after: false }, trustDays: { before: 0, after: 7 } },
    },
  ])
  for (const { id } of [firm.admin, second]) {
    expect(await notificationsFor(id)).toMatchObject([
      { kind: 'policy-changed', by: firm.admin.name, before: anything, after: { trustDays: 7 } },
    ])
  }
  expect(await notificationsFor(tech.id)).toEqual([])
})

test.each([{ allowsText: false }, { trustDays: 14 }])(
  'where the rule is on, %o takes a fresh password and a fresh second factor',
  async (changes) => {
    const firm = await makeReadyFirm()
    const old = new Date(Date.now() - 11 * 60_000)
    for (const stale of [{ passwordAt: old }, { secondFactorAt: old }, { secondFactorAt: null }]) {
      const answer = await setPolicy(actorFor(firm.admin, stale), await chosen(firm, changes))
      expect(answer).toEqual({ ok: false, reason: 'proof-needed' })
    }
    expect(await policyOf(firm)).toEqual(anything)
  },
)

test('without two-factor, an admin proves a second step only where they have one', async () => {
  const firm = await makeFirm()
  const actor = actorFor(firm.admin, { secondFactorAt: null })
  expect(await setPolicy(actor, await chosen(firm, { trustDays: 1 }))).toEqual(changed)
  await db.employee.update({ where: { id: firm.admin.id }, data: { enrolledAt: new Date() } })
  expect(await setPolicy(actor, await chosen(firm, { trustDays: 2 }))).toEqual({
    ok: false,
    reason: 'proof-needed',
  })
})

test('no policy leaves a person without a sign-in method', async () => {
  const firm = await makeReadyFirm()
  const form = await chosen(firm, { allowsPush: false, allowsApp: false, allowsText: false })
  expect(await setPolicy(actorFor(firm.admin), form)).toEqual({ ok: false, reason: 'no-method-left' })
})

test('an admin cannot save a policy that locks them out, recovery codes or not', async () => {
  const firm = await makeReadyFirm()
  await db.recoveryCode.create({ data: { employeeId: firm.admin.id, slot: 0, codeHash: 'hash' } })
  const form = await chosen(firm, { minimumAdmin: 'passkey' })
  expect(await excludesActor(actorFor(firm.admin), anything, form)).toBe(true)
  expect(await setPolicy(actorFor(firm.admin), form)).toEqual({ ok: false, reason: 'own-method-missing' })

  await makePasskey(firm.admin)
  expect(await setPolicy(actorFor(firm.admin), form)).toEqual(changed)
})

test('what is asked of techs does not need the admin’s own', async () => {
  const firm = await makeReadyFirm()
  expect(await setPolicy(actorFor(firm.admin), await chosen(firm, { minimumTech: 'passkey' }))).toEqual(
    changed,
  )
})

test('a change that was shown against another policy is not saved', async () => {
  const firm = await makeReadyFirm()
  const form = await chosen(firm, { allowsText: false })
  await db.firm.update({ where: { id: firm.id }, data: { trustDays: 3 } })
  expect(await setPolicy(actorFor(firm.admin), form)).toEqual({ ok: false, reason: 'changed-meanwhile' })
  expect(await policyOf(firm)).toEqual({ ...anything, trustDays: 3 })
})

test('saving an unchanged policy writes nothing', async () => {
  const firm = await makeReadyFirm()
  expect(await setPolicy(actorFor(firm.admin), await chosen(firm, {}))).toEqual({
    ok: true,
    value: { changed: false },
  })
  expect(await eventsOf(firm)).toEqual([])
})

test('an admin of another firm changes only that firm, and never the operator’s', async () => {
  const [firm, other] = [await makeReadyFirm(), await makeReadyFirm()]
  await setPolicy(actorFor(other.admin), await chosen(other, { allowsText: false }))
  expect(await policyOf(firm)).toEqual(anything)

  const operator = await makeFirm({ isOperator: true })
  expect(await setPolicy(actorFor(operator.admin), await chosen(operator, { trustDays: 1 }))).toEqual({
    ok: false,
    reason: 'operator-firm',
  })
})

test('the preview names exactly the people who would have to add a method', async () => {
  const firm = await makeReadyFirm()
  const actor = actorFor(firm.admin)
  const withText = await makeEmployee(firm, { name: 'Bea Text' })
  const withApp = await makeEmployee(firm, { name: 'Ann App' })
  await makeApp(withApp)
  const started = await makeEmployee(firm, { name: 'Cora Bright' })
  await makeApp(started, null)
  const withKey = await makeEmployee(firm, { name: 'Dan Key' })
  await makePasskey(withKey)
  const withCodes = await makeEmployee(firm, { name: 'Eve Codes' })
  await db.recoveryCode.create({ data: { employeeId: withCodes.id, slot: 0, codeHash: 'hash' } })
  await makeEmployee(firm, { name: 'Fay Gone', active: false })
  await makeEmployee(await makeReadyFirm(), { name: 'Stranger' })

  const names = async (changes: object) => {
    const { total, first } = await listMustAdd(actor, { ...anything, ...changes })
    expect(total).toBe(first.length)
    return first.map(({ name }) => name)
  }
  expect(await names({})).toEqual([])
  expect(await names({ minimumTech: 'strong' })).toEqual([withText.name, started.name, withCodes.name])
  expect(await names({ minimumTech: 'passkey' })).toEqual([
    withApp.name,
    withText.name,
    started.name,
    withCodes.name,
  ])
  expect(await names({ minimumAdmin: 'passkey' })).toEqual([firm.admin.name])
})

test('a copied passkey and a phone that was taken away count for nothing', async () => {
  const firm = await makeReadyFirm()
  const copied = await makeEmployee(firm, { name: 'Ann Copied' })
  await db.passkey.update({ where: { id: (await makePasskey(copied)).id }, data: { clonedAt: new Date() } })
  const reset = await makeEmployee(firm, { name: 'Bob Reset', factorResetAt: new Date() })
  const { first } = await listMustAdd(actorFor(firm.admin), { ...anything, minimumTech: 'passkey' })
  expect(first.map(({ name }) => name)).toEqual([copied.name, reset.name])
  expect(await listMustAdd(actorFor(firm.admin), anything)).toMatchObject({ first: [{ name: reset.name }] })
})

test('without two-factor, the preview names only people with a second step', async () => {
  const firm = await makeFirm()
  await makeEmployee(firm, { name: 'Ann Asked', enrolledAt: new Date() })
  await makeEmployee(firm, { name: 'Bob' })
  expect(await listMustAdd(actorFor(firm.admin), { ...anything, minimumTech: 'strong' })).toMatchObject({
    total: 1,
    first: [{ name: 'Ann Asked' }],
  })
})

test('of a large firm the first fifty are named, and all are counted', async () => {
  const firm = await makeReadyFirm()
  await makeCrowd(firm, 60)
  const { total, first } = await listMustAdd(actorFor(firm.admin), { ...anything, minimumTech: 'strong' })
  expect(total).toBe(60)
  expect(first).toHaveLength(50)
  expect(first[0]?.name).toBe('Tech 00001')
})
