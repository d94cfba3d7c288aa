import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { answerSecondAdmin } from '@/lib/employees/recovery/answer-second-admin'
import { askSecondAdmin } from '@/lib/employees/recovery/ask-second-admin'
import { unlockTokens } from '@/lib/employees/recovery/unlock-tokens'
import { countTry } from '@/lib/sign-in-methods/tokens/count-tries'
import type { Employee } from '@/prisma/client/client'
import { actorFor, makeEmployee } from '../../factories'
import { notificationsFor } from '../../notifications/notifications'
import { makePending } from '../../pending'
import { auditOf, firmInNeed, reason, reload, stale } from './firm-in-need'

const refused = (why: string) => ({ ok: false, reason: why })
const open = { wrongTokensInRow: 0, tokensLockedUntil: null, wrongCodesInRow: 0, codesLockedUntil: null }

/** After this many wrong tokens; an hour to wait. */
function lock(person: Employee, wrong: { tokens?: number; codes?: number }) {
  const [wrongTokensInRow, wrongCodesInRow] = [wrong.tokens ?? 0, wrong.codes ?? 0]
  const until = new Date(Date.now() + 3_600_000)
  const tokensLockedUntil = wrongTokensInRow >= 10 ? until : null
  const codesLockedUntil = wrongCodesInRow >= 10 ? until : null
  const data = { wrongTokensInRow, tokensLockedUntil, wrongCodesInRow, codesLockedUntil }
  return db.employee.update({ where: { id: person.id }, data })
}

test.each([{ tokens: 10 }, { tokens: 100 }, { codes: 10 }, { codes: 100 }, { tokens: 40, codes: 100 }])(
  'after too many wrong tokens an admin unlocks them and the person is notified: %o',
  async (wrong) => {
    const { ada, tech } = await firmInNeed()
    await lock(tech, wrong)
    expect(await unlockTokens(ada, { employeeId: tech.id, reason })).toMatchObject({ ok: true })
    expect(await reload(tech)).toMatchObject(open)
    expect(await notificationsFor(tech.id)).toMatchObject([{ kind: 'tokens-unlocked', by: ada.name, reason }])
    expect(await auditOf(tech, 'employee.tokens-unlocked')).toMatchObject([
      { actorId: ada.employeeId, details: { reason, wrongTokensInRow: wrong.tokens ?? 0 } },
    ])
  },
)

test('a token can be tried again at once', async () => {
  const { ada, tech } = await firmInNeed()
  await lock(tech, { tokens: 100 })
  expect(await countTry(await makePending(tech))).toEqual(refused('disabled'))
  await unlockTokens(ada, { employeeId: tech.id, reason })
  expect(await countTry(await makePending(tech))).toMatchObject({ ok: true })
})

test('phone, sessions and pending sign-ins stay as they are', async () => {
  const { ada, tech } = await firmInNeed()
  await lock(tech, { tokens: 100 })
  const { pendingId } = await makePending(tech)
  await unlockTokens(ada, { employeeId: tech.id, reason })
  const { vendorUserId, numberProvenAt, mobileNumber } = tech
  expect(await reload(tech)).toMatchObject({ vendorUserId, numberProvenAt, mobileNumber })
  expect(await db.pendingSignIn.count({ where: { id: pendingId } })).toBe(1)
})

test('a person who is not locked out is left alone', async () => {
  const { ada, tech } = await firmInNeed()
  await lock(tech, { tokens: 9, codes: 9 })
  expect(await unlockTokens(ada, { employeeId: tech.id, reason })).toEqual(refused('not-locked'))
  expect(await reload(tech)).toMatchObject({ wrongTokensInRow: 9, wrongCodesInRow: 9 })
})

test('nobody unlocks themselves, the disabled, or anybody without a fresh proof', async () => {
  const { ada, tech, firm } = await firmInNeed()
  await lock(tech, { tokens: 100 })
  await lock(firm.admin, { tokens: 100 })
  expect(await unlockTokens(stale(ada), { employeeId: tech.id, reason })).toEqual(refused('proof-needed'))
  expect(await unlockTokens(ada, { employeeId: ada.employeeId, reason })).toEqual(refused('own-account'))
  await db.employee.update({ where: { id: tech.id }, data: { active: false } })
  expect(await unlockTokens(ada, { employeeId: tech.id, reason })).toEqual(refused('not-active'))
  expect(await reload(tech)).toMatchObject({ wrongTokensInRow: 100 })
})

test('another firm’s admin cannot', async () => {
  const { foreign, tech } = await firmInNeed()
  await lock(tech, { tokens: 100 })
  expect(await unlockTokens(foreign, { employeeId: tech.id, reason })).toEqual(refused('not-found'))
})

test('where only the password is asked, a person with an app can be unlocked too', async () => {
  const { ada, tech } = await firmInNeed({ requiresSecondFactor: false })
  await lock(tech, { codes: 100 })
  expect(await unlockTokens(ada, { employeeId: tech.id, reason })).toMatchObject({ ok: true })
})

test('for another admin a second admin is needed, and both are named', async () => {
  const { firm, ada, ben } = await firmInNeed()
  const cy = actorFor(await makeEmployee(firm, { role: 'admin' }))
  await lock(ben, { tokens: 100 })
  expect(await unlockTokens(ada, { employeeId: ben.id, reason })).toEqual(refused('needs-another-admin'))
  const asked = await askSecondAdmin(ada, { employeeId: ben.id, kind: 'unlock', reason })
  expect(asked).toMatchObject({ ok: true })
  const { id: requestId } = await db.recoveryRequest.findFirstOrThrow({ where: { employeeId: ben.id } })
  expect(await answerSecondAdmin(ada, { requestId, answer: 'confirm' })).toEqual(refused('own-request'))
  expect((await reload(ben)).wrongTokensInRow).toBe(100)

  expect(await answerSecondAdmin(cy, { requestId, answer: 'confirm' })).toMatchObject({ ok: true })
  expect(await reload(ben)).toMatchObject(open)
  const by = `${ada.name}, confirmed by ${cy.name}`
  expect((await notificationsFor(ben.id)).slice(1)).toMatchObject([{ kind: 'tokens-unlocked', by }])
})

test('nobody asks for an admin who is not locked out or was unlocked meanwhile', async () => {
  const { firm, ada, ben } = await firmInNeed()
  const cy = actorFor(await makeEmployee(firm, { role: 'admin' }))
  const wish = { employeeId: ben.id, kind: 'unlock', reason } as const
  expect(await askSecondAdmin(ada, wish)).toEqual(refused('not-locked'))
  await lock(ben, { tokens: 100 })
  await askSecondAdmin(ada, wish)
  await lock(ben, {})
  const { id: requestId } = await db.recoveryRequest.findFirstOrThrow({ where: { employeeId: ben.id } })
  expect(await answerSecondAdmin(cy, { requestId, answer: 'confirm' })).toMatchObject({ ok: true })
  expect((await notificationsFor(ben.id)).filter(({ kind }) => kind === 'tokens-unlocked')).toEqual([])
})
