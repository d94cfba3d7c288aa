import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { isStartedHere } from '@/lib/session/own-browser'
import { finishSignIn } from '@/lib/sign-in/finish-sign-in'
import { makeEmployee, makeFirm } from '../factories'
import { notificationsFor } from '../notifications/notifications'
import { visitor } from '../passwords/people'
import { makePending } from '../pending'

const thief = { ...visitor, place: 'Tallinn', browser: 'Firefox on Linux' }
const token = () => ({ kind: 'token', method: 'text', digest: crypto.randomUUID() }) as const

async function started() {
  const tech = await makeEmployee(await makeFirm({ requiresSecondFactor: true }))
  return { tech, pending: await makePending(tech) }
}

test('a sign-in is continued in the browser that started it', async () => {
  const { tech, pending } = await started()
  expect(await isStartedHere(pending.pendingId, pending.browserId, visitor)).toBe(true)
  expect(await notificationsFor(tech.id)).toEqual([])
})

test.each(['another browser', null])(
  'a copy in %s is refused, recorded and its owner notified',
  async (id) => {
    const { tech, pending } = await started()
    for (let times = 0; times < 3; times++)
      expect(await isStartedHere(pending.pendingId, id, thief)).toBe(false)

    const seen = { place: 'Tallinn', browser: 'Firefox on Linux' }
    const events = await db.auditEvent.findMany({ where: { actorId: tech.id, action: 'sign-in.copied' } })
    expect(events).toMatchObject([seen])
    expect(await notificationsFor(tech.id)).toMatchObject([{ kind: 'sign-in-copied', ...seen }])
  },
)

test('a right proof in another browser opens no session and stays unused', async () => {
  const { tech, pending } = await started()
  const proof = token()
  expect(await finishSignIn({ ...pending, browserId: 'another browser' }, proof)).toEqual({
    ok: false,
    reason: 'ended',
  })
  expect(await db.session.count({ where: { employeeId: tech.id } })).toBe(0)
  expect(await finishSignIn(pending, proof)).toMatchObject({ ok: true })
})

test('the session and the audit log name where the sign-in was finished', async () => {
  const { tech, pending } = await started()
  const here = { place: 'Austin', browser: 'Firefox 146 on Linux', network: '203.0.113.9' }
  expect(await finishSignIn({ ...pending, ...here }, token())).toMatchObject({ ok: true })
  const { place, browser } = here
  expect(await db.session.findMany({ where: { employeeId: tech.id } })).toMatchObject([{ place, browser }])
  const finished = { where: { actorId: tech.id, action: 'sign-in.finished' } }
  expect(await db.auditEvent.findMany(finished)).toMatchObject([{ place, browser }])
})
