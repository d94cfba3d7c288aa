import { expect, test } from 'vitest'
import type { Method } from '@/lib/access/methods'
import type { Proof } from '@/lib/access/proof'
import { db } from '@/lib/db'
import { sendToken } from '@/lib/sign-in-methods/tokens/send-token'
import type { Employee, Firm } from '@/prisma/client/client'
import { makeEmployee, makeFirm } from '../factories'
import { makeApp, makePasskey } from '../firms/policies'
import { finishOwn, makePending } from '../pending'

const token = (method: 'text' | 'app'): Proof => ({ kind: 'token', method, digest: crypto.randomUUID() })
const refused = (reason: string) => ({ ok: false, reason })

async function makeFirmWith(policy: Partial<Firm>) {
  const firm = await makeFirm({ requiresSecondFactor: true })
  await db.firm.update({ where: { id: firm.id }, data: policy })
  return firm
}

const hire = (firm: Firm, role: 'admin' | 'tech' = 'tech') =>
  makeEmployee(firm, { role, vendorUserId: crypto.randomUUID() })

/** A right proof by this method, for this pending sign-in. */
async function prove(person: Employee, method: Method, pendingId: string): Promise<Proof> {
  switch (method) {
    case 'text':
      return token('text')
    case 'app': {
      const { id } = await makeApp(person)
      return { kind: 'app', appId: id, step: 1 }
    }
    case 'push': {
      await db.push.create({
        data: {
          pendingSignInId: pendingId,
          employeeId: person.id,
          vendorUserId: person.vendorUserId ?? '',
          status: 'approved',
          matchNumber: '47',
          expiresAt: new Date(Date.now() + 60_000),
        },
      })
      return { kind: 'push', typedCodeHash: null }
    }
    case 'recovery-code': {
      await db.recoveryCode.create({ data: { employeeId: person.id, slot: 0, codeHash: 'hash' } })
      return { kind: 'recovery-code', slot: 0, codeHash: 'hash' }
    }
    case 'passkey': {
      const { id } = await makePasskey(person)
      const challenge = crypto.randomUUID()
      await db.passkeyChallenge.create({
        data: {
          challenge,
          purpose: 'second_step',
          askedBy: pendingId,
          employeeId: person.id,
          expiresAt: new Date(Date.now() + 60_000),
        },
      })
      return {
        kind: 'passkey',
        passkeyId: id,
        challenge,
        askedBy: pendingId,
        counter: 0,
        isBackedUp: false,
        isUserVerified: true,
      }
    }
  }
}

async function finishBy(person: Employee, method: Method) {
  const { pendingId } = await makePending(person)
  return finishOwn(pendingId, await prove(person, method, pendingId))
}

const all: Method[] = ['text', 'push', 'app', 'recovery-code', 'passkey']

const table: Array<{ policy: Partial<Firm>; enough: Method[] }> = [
  { policy: {}, enough: all },
  { policy: { allowsText: false }, enough: ['push', 'app', 'recovery-code', 'passkey'] },
  { policy: { allowsPush: false }, enough: ['text', 'app', 'recovery-code', 'passkey'] },
  { policy: { allowsApp: false }, enough: ['text', 'push', 'recovery-code', 'passkey'] },
]
const minimums = {
  any: all,
  strong: ['push', 'app', 'recovery-code', 'passkey'],
  passkey: ['passkey'],
} as const

test.each(table)('a firm with $policy takes $enough and nothing else', async ({ policy, enough }) => {
  const firm = await makeFirmWith(policy)
  for (const method of all) {
    expect(await finishBy(await hire(firm), method), method).toMatchObject({ ok: enough.includes(method) })
  }
})

test.each(['any', 'strong', 'passkey'] as const)(
  'the minimum %s is asked of its own role alone',
  async (minimum) => {
    const enough: readonly Method[] = minimums[minimum]
    const firms = {
      tech: await makeFirmWith({ minimumTech: minimum }),
      admin: await makeFirmWith({ minimumAdmin: minimum }),
    }
    for (const method of all) {
      for (const role of ['tech', 'admin'] as const) {
        const asked = await finishBy(await hire(firms[role], role), method)
        expect(asked, `${role} by ${method}`).toMatchObject({ ok: enough.includes(method) })
      }
      expect(await finishBy(await hire(firms.tech, 'admin'), method)).toMatchObject({ ok: true })
      expect(await finishBy(await hire(firms.admin, 'tech'), method)).toMatchObject({ ok: true })
    }
  },
)

test('a method below the minimum is refused for a person who has a better one', async () => {
  const tech = await hire(await makeFirmWith({ minimumTech: 'passkey' }))
  await makePasskey(tech)
  const { pendingId } = await makePending(tech)
  expect(await finishOwn(pendingId, token('text'))).toEqual(refused('method-not-allowed'))
  const pending = await db.pendingSignIn.findUniqueOrThrow({ where: { id: pendingId } })
  expect(pending).toMatchObject({ provenBy: null, consumedAt: null })
})

test('a person with nothing better is proven, and gets no session for it', async () => {
  const tech = await hire(await makeFirmWith({ minimumTech: 'passkey' }))
  const { pendingId } = await makePending(tech)
  expect(await finishOwn(pendingId, token('text'))).toEqual(refused('stronger-needed'))
  expect(await db.pendingSignIn.findUniqueOrThrow({ where: { id: pendingId } })).toMatchObject({
    provenBy: 'text',
    consumedAt: null,
  })
  expect(await db.session.count({ where: { employeeId: tech.id } })).toBe(0)

  const passkey = await prove(tech, 'passkey', pendingId)
  expect(await finishOwn(pendingId, passkey)).toMatchObject({ ok: true })
})

test('a disabled method is refused while another below the minimum is left', async () => {
  const tech = await hire(await makeFirmWith({ minimumTech: 'passkey', allowsText: false }))
  const pending = await makePending(tech)
  const { pendingId } = pending
  await db.employee.update({ where: { id: tech.id }, data: { numberProvenAt: new Date() } })
  expect(await sendToken(pending, '192.0.2.7')).toEqual(refused('text-not-allowed'))
  expect(await finishOwn(pendingId, token('text'))).toEqual(refused('method-not-allowed'))
  expect(await finishOwn(pendingId, await prove(tech, 'push', pendingId))).toEqual(refused('stronger-needed'))
})

test('recovery codes do not count as a better method', async () => {
  const tech = await hire(
    await makeFirmWith({ allowsText: false, allowsPush: false, allowsApp: false, minimumTech: 'strong' }),
  )
  await db.recoveryCode.create({ data: { employeeId: tech.id, slot: 0, codeHash: 'hash' } })
  const { pendingId } = await makePending(tech)
  expect(await finishOwn(pendingId, token('text'))).toEqual(refused('stronger-needed'))
})

test('a step-up never leads to adding a method', async () => {
  const tech = await hire(await makeFirmWith({ minimumTech: 'passkey' }))
  const { pendingId } = await makePending(tech, { purpose: 'step_up' })
  expect(await finishOwn(pendingId, token('text'))).toEqual(refused('method-not-allowed'))
})

test('the firm’s policy is enforced at the end, not when the page was shown', async () => {
  const firm = await makeFirmWith({})
  const [one, other] = [await hire(firm), await hire(firm)]
  const pendings = [await makePending(one), await makePending(other)]
  await makePasskey(other)
  await db.firm.update({ where: { id: firm.id }, data: { minimumTech: 'passkey' } })
  const finished = await Promise.all(pendings.map(({ pendingId }) => finishOwn(pendingId, token('text'))))
  expect(finished).toEqual([refused('stronger-needed'), refused('method-not-allowed')])

  await db.firm.update({ where: { id: firm.id }, data: { minimumTech: 'any' } })
  for (const { pendingId } of pendings) {
    expect(await finishOwn(pendingId, token('text'))).toMatchObject({ ok: true })
  }
})

test('a new role is subject to its own minimum', async () => {
  const firm = await makeFirmWith({ minimumAdmin: 'passkey' })
  const tech = await hire(firm)
  const { pendingId } = await makePending(tech)
  await db.employee.update({ where: { id: tech.id }, data: { role: 'admin' } })
  expect(await finishOwn(pendingId, token('text'))).toEqual(refused('stronger-needed'))
})

test('one role’s policy of one firm says nothing in another', async () => {
  await makeFirmWith({ minimumTech: 'passkey', minimumAdmin: 'passkey' })
  expect(await finishBy(await hire(await makeFirmWith({})), 'text')).toMatchObject({ ok: true })
})
