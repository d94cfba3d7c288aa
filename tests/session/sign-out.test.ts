import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { signOut } from '@/lib/session/sign-out'
import { actorFor, makeFirm, makeSession } from '../factories'
import { makePending } from '../pending'

test('signing out ends this session only, and is recorded once', async () => {
  const { admin } = await makeFirm()
  const [here, elsewhere] = [await makeSession(admin), await makeSession(admin)]
  const actor = actorFor(admin, { sessionId: here })

  await Promise.all([signOut(actor), signOut(actor), signOut(actor)])

  const left = await db.session.findMany({ where: { employeeId: admin.id }, select: { id: true } })
  expect(left).toEqual([{ id: elsewhere }])
  expect(await db.auditEvent.count({ where: { actorId: admin.id, action: 'sign-out' } })).toBe(1)
})

test('a step-up pending in the session ends with it, another pending sign-in does not', async () => {
  const { admin } = await makeFirm()
  const actor = actorFor(admin, { sessionId: await makeSession(admin) })
  const started = await makePending(admin, { purpose: 'step_up' })
  const elsewhere = await makePending(admin)
  await db.pendingSignIn.update({
    where: { id: started.pendingId },
    data: { replacesSessionId: actor.sessionId },
  })

  await signOut(actor)

  const left = await db.pendingSignIn.findMany({ where: { employeeId: admin.id }, select: { id: true } })
  expect(left).toEqual([{ id: elsewhere.pendingId }])
})
