import { expect, test } from 'vitest'
import type { Proof } from '@/lib/access/proof'
import { db } from '@/lib/db'
import { freshActorOfPending } from '@/lib/session/fresh-actor'
import { findPendingSignIn } from '@/lib/session/pending-sign-ins'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'
import { generateRecoveryCodes } from '@/lib/sign-in-methods/recovery-codes/make-recovery-codes'
import { readRecoveryCode } from '@/lib/sign-in-methods/recovery-codes/rules'
import { checkToken } from '@/lib/sign-in-methods/tokens/check-token'
import { makeEmployee, makeFirm } from '../../factories'
import { notificationsFor } from '../../notifications/notifications'
import { makePending } from '../../pending'
import { makeApp } from '../totp/apps'
import { makeCodes, techWithCodes } from './sets'

const storedOf = (employeeId: string) =>
  db.recoveryCode.findMany({ where: { employeeId }, orderBy: { slot: 'asc' } })

test('a set has ten codes, one for each slot, no two alike', async () => {
  const { codes } = await techWithCodes()
  expect(codes.map((code) => readRecoveryCode(code)?.slot)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(codes.every((code) => /^\d[0-9a-z]{4}(-[0-9a-z]{5}){2}$/.test(code))).toBe(true)
  expect(new Set(codes.map((code) => code.slice(1))).size).toBe(10)
})

test('only slow, salted hashes are stored', async () => {
  const { tech, codes } = await techWithCodes()
  const stored = await storedOf(tech.id)
  expect(stored).toHaveLength(10)
  expect(stored.every(({ codeHash }) => codeHash.startsWith('$2b$'))).toBe(true)
  expect(new Set(stored.map(({ codeHash }) => codeHash.slice(7, 29))).size).toBe(10)
  for (const code of codes) {
    expect(JSON.stringify(stored)).not.toContain(code.replaceAll('-', ''))
  }
})

test('a new set kills the old one, used codes and all', async () => {
  const { tech, codes } = await techWithCodes()
  await db.recoveryCode.updateMany({ where: { employeeId: tech.id, slot: 0 }, data: { usedAt: new Date() } })
  const renewed = await makeCodes(tech)

  expect(await storedOf(tech.id)).toMatchObject(Array(10).fill({ usedAt: null }))
  for (const old of codes.slice(0, 4)) {
    expect(await checkToken(await makePending(tech), old)).toEqual({ ok: false, reason: 'wrong-code' })
  }
  expect(await checkToken(await makePending(tech), renewed[0] ?? '')).toMatchObject({ ok: true })
})

test('a new set reopens recovery codes after a hundred wrong ones', async () => {
  const { tech, code } = await techWithCodes()
  await db.employee.update({ where: { id: tech.id }, data: { wrongCodesInRow: 100 } })
  expect(await checkToken(await makePending(tech), code)).toMatchObject({ ok: false, reason: 'codes-locked' })
  const [first = ''] = await makeCodes(tech)
  expect(await checkToken(await makePending(tech), first)).toMatchObject({ ok: true })
})

test('the person is notified, without a code in the mail or the audit log', async () => {
  const { tech, codes } = await techWithCodes()
  const notifications = await notificationsFor(tech.id)
  expect(notifications.map(({ kind }) => kind)).toEqual(['recovery-codes-made'])
  const select = { action: true, details: true } as const
  const events = await db.auditEvent.findMany({ where: { actorId: tech.id }, select })
  expect(events.map(({ action }) => action)).toEqual(['recovery-codes.generated'])
  const written = JSON.stringify([notifications, events])
  for (const code of codes) expect(written).not.toContain(code)
})

test('a new set of one person leaves those of others alone', async () => {
  const [{ tech }, { tech: other, code }] = [await techWithCodes(), await techWithCodes()]
  await makeCodes(tech)
  expect(await checkToken(await makePending(other), code)).toMatchObject({ ok: true })
})

test('below the minimum, a stronger method is added before recovery codes', async () => {
  const firm = await makeFirm({ requiresSecondFactor: true })
  await db.firm.update({ where: { id: firm.id }, data: { minimumTech: 'strong' } })
  const tech = await makeEmployee(firm)
  const pending = await makePending(tech)
  const text: Proof = { kind: 'token', method: 'text', digest: crypto.randomUUID() }
  expect(await finishSignIn(pending, text)).toEqual({ ok: false, reason: 'stronger-needed' })
  const proven = await findPendingSignIn(pending.pendingId)
  const freshActor = proven && freshActorOfPending(proven)
  if (!freshActor?.ok) throw new Error('The text has proven nothing')

  expect(await generateRecoveryCodes(freshActor.value)).toEqual({ ok: false, reason: 'method-first' })
  await makeApp(tech)
  expect(await generateRecoveryCodes(freshActor.value)).toMatchObject({ ok: true })
})
