import bcrypt from 'bcrypt'
import { afterEach, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'
import { checkToken } from '@/lib/sign-in-methods/tokens/check-token'
import { notificationsFor } from '../../notifications/notifications'
import { makePending } from '../../pending'
import { fillLine } from '../../slow-line'
import { makeCodes, techWithCodes, wrongCodeLike } from './sets'

afterEach(() => {
  vi.restoreAllMocks()
})

async function signIn(tech: { id: string }, code: string): Promise<string> {
  const pending = await makePending(tech)
  const checked = await checkToken(pending, code)
  if (!checked.ok) return checked.reason
  const finished = await finishSignIn(pending, checked.value)
  return finished.ok ? 'in' : finished.reason
}

const countsOf = (id: string) =>
  db.employee.findUniqueOrThrow({
    where: { id },
    select: { wrongTokensInRow: true, wrongCodesInRow: true, codesLockedUntil: true },
  })

test('each of the ten signs in, and signs in once', async () => {
  const { tech, codes } = await techWithCodes()
  for (const code of codes) {
    expect(await signIn(tech, code)).toBe('in')
    expect(await signIn(tech, code)).toBe('code-used')
  }
  expect(await db.session.count({ where: { employeeId: tech.id, secondFactor: 'recovery-code' } })).toBe(10)
})

test('the person is notified of each use and how many are left, and it is recorded', async () => {
  const { tech, code } = await techWithCodes()
  expect(await signIn(tech, code)).toBe('in')
  const used = (await notificationsFor(tech.id)).filter(({ kind }) => kind === 'recovery-code-used')
  expect(used).toMatchObject([{ left: 9, browser: 'Chrome on Linux', place: 'somewhere' }])
  const finished = await db.auditEvent.findFirstOrThrow({
    where: { actorId: tech.id, action: 'sign-in.finished' },
  })
  expect(finished.details).toMatchObject({ secondFactor: 'recovery-code' })
})

test('a try makes one comparison, whatever the slot and whether it is right', async () => {
  const { tech, codes } = await techWithCodes()
  const compare = vi.spyOn(bcrypt, 'compare')
  const typed = [codes[0], codes[9], wrongCodeLike(codes[0] ?? ''), wrongCodeLike(codes[9] ?? '')]
  for (const code of typed) {
    compare.mockClear()
    await checkToken(await makePending(tech), code ?? '')
    expect(compare).toHaveBeenCalledTimes(1)
  }
})

test('a right code in the wrong slot is wrong', async () => {
  const { tech, codes } = await techWithCodes()
  expect(await signIn(tech, `5${codes[4]?.slice(1)}`)).toBe('wrong-code')
})

test("somebody else's code is wrong", async () => {
  const [{ tech }, { code }] = [await techWithCodes(), await techWithCodes()]
  expect(await signIn(tech, code)).toBe('wrong-code')
})

test('wrong codes and wrong tokens are counted apart', async () => {
  const { tech, code } = await techWithCodes()
  for (let tries = 0; tries < 4; tries++) await signIn(tech, wrongCodeLike(code))
  expect(await countsOf(tech.id)).toMatchObject({ wrongCodesInRow: 4, wrongTokensInRow: 0 })
  await db.employee.update({ where: { id: tech.id }, data: { wrongTokensInRow: 100 } })
  expect(await signIn(tech, '123456')).toBe('disabled')
  expect(await signIn(tech, code)).toBe('in')
})

test('a code that was compared before a new set was made is refused after it', async () => {
  const { tech, code } = await techWithCodes()
  const pending = await makePending(tech)
  const checked = await checkToken(pending, code)
  if (!checked.ok) throw new Error(checked.reason)
  await makeCodes(tech)
  const again = await makePending(tech)
  expect(await finishSignIn(again, checked.value)).toEqual({ ok: false, reason: 'code-used' })
})

test('a sign-in that has ended uses up no code', async () => {
  const { tech, code } = await techWithCodes()
  const pending = await makePending(tech)
  const checked = await checkToken(pending, code)
  if (!checked.ok) throw new Error(checked.reason)
  await db.$executeRaw`update pending_sign_in set expires_at = now() - interval '1 second' where id = ${pending.pendingId}`
  expect(await finishSignIn(pending, checked.value)).toEqual({ ok: false, reason: 'ended' })
  expect(await signIn(tech, code)).toBe('in')
})

test('a try that found the line full uses up nothing', async () => {
  const { tech, code } = await techWithCodes()
  const storm = await fillLine(tech.firmId)
  for (let tries = 0; tries < 3; tries++) expect(await signIn(tech, code)).toBe('busy')
  expect(await countsOf(tech.id)).toMatchObject({ wrongCodesInRow: 0, codesLockedUntil: null })
  await storm.end
  expect(await signIn(tech, code)).toBe('in')
})

test('no writer can make a used code good again', async () => {
  const { tech, code } = await techWithCodes()
  expect(await signIn(tech, code)).toBe('in')
  const undo = db.recoveryCode.updateMany({ where: { employeeId: tech.id }, data: { usedAt: null } })
  await expect(undo).rejects.toThrow('a used recovery code stays used')
})
