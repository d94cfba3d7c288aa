import { expect, test } from 'vitest'
import type { Actor } from '@/lib/access/policy'
import { getPersonName, listAuditEvents, listOwnSignIns } from '@/lib/audit/queries'
import { record } from '@/lib/audit/record'
import { auditView } from '@/lib/audit/schema'
import { db } from '@/lib/db'
import { actorFor, makeEmployee, makeFirm } from '../factories'

const pageSize = 50

test('walking to older events meets each of them once, newest first', async () => {
  const admin = await foundFirm()
  await recordMany(admin, 2 * pageSize + 7)

  const walked: bigint[] = []
  let before: bigint | undefined
  do {
    const page = await listAuditEvents(admin, { before })
    walked.push(...page.events.map((event) => event.id))
    before = page.older ?? undefined
  } while (before !== undefined)

  expect(walked).toEqual(await idsOf(admin))
})

test('paging back to newer events shows the same pages again', async () => {
  const admin = await foundFirm()
  await recordMany(admin, 4 * pageSize)
  const out: bigint[][] = []
  let older: bigint | undefined
  do {
    const page = await listAuditEvents(admin, { before: older })
    out.push(page.events.map((event) => event.id))
    older = page.older ?? undefined
  } while (older !== undefined)

  const back: bigint[][] = [out.at(-1) ?? []]
  let after = out.at(-1)?.[0]
  while (after !== undefined) {
    const page = await listAuditEvents(admin, { after })
    back.unshift(page.events.map((event) => event.id))
    after = page.newer ?? undefined
  }
  expect(back).toEqual(out)
})

test('events recorded meanwhile shift no page', async () => {
  const admin = await foundFirm()
  await recordMany(admin, 2 * pageSize)
  const first = await listAuditEvents(admin, {})
  const second = await listAuditEvents(admin, { before: first.older ?? 0n })

  await recordMany(admin, 3)

  expect(await listAuditEvents(admin, { before: first.older ?? 0n })).toEqual(second)
})

test('the newest page is whole, also when only a few events are newer', async () => {
  const admin = await foundFirm()
  await recordMany(admin, pageSize + 10)
  const ids = await idsOf(admin)

  const page = await listAuditEvents(admin, { after: ids[3] })

  expect(page.events.map((event) => event.id)).toEqual(ids.slice(0, pageSize))
  expect(page.newer).toBeNull()
})

test('an admin never sees the events of another firm', async () => {
  const admin = await foundFirm()
  const stranger = await foundFirm()
  await record(db, stranger, 'sign-in.finished')
  const [strange] = await idsOf(stranger)

  for (const view of [{}, { before: (strange ?? 0n) + 1n }, { after: 0n }, { person: stranger.employeeId }]) {
    expect((await listAuditEvents(admin, view)).events).toEqual([])
  }
  expect(await getPersonName(admin, stranger.employeeId)).toBeNull()
})

test('the filter shows what one person did and nothing else', async () => {
  const admin = await foundFirm()
  const tech = await addTech(admin)
  await recordMany(admin, 3)
  await record(db, tech, 'sign-in.finished')

  const { events } = await listAuditEvents(admin, { person: tech.employeeId })

  expect(events.map((event) => event.actorName)).toEqual([tech.name])
})

test('recent sign-ins are those of the person, failures included, and nothing else', async () => {
  const admin = await foundFirm()
  const tech = await addTech(admin)
  await record(db, admin, 'sign-in.finished')
  await record(db, tech, 'sign-in.wrong-password')
  await record(db, tech, 'sign-out')
  await record(db, tech, 'sign-in.finished', undefined, { purpose: 'sign_in' })
  await record(db, tech, 'sign-in.finished', undefined, { purpose: 'step_up' })

  const signIns = await listOwnSignIns(tech, 5)

  expect(signIns.map((signIn) => signIn.action)).toEqual(['sign-in.finished', 'sign-in.wrong-password'])
})

test.each([{ before: 'abc' }, { after: '-1' }, { after: '9'.repeat(19) }])(
  'a position that cannot be read is never the newest page: %o',
  async (params) => {
    const admin = await foundFirm()
    await recordMany(admin, 1)
    expect(await listAuditEvents(admin, auditView.parse(params))).toMatchObject({
      events: [],
      isUnreadable: true,
    })
  },
)

async function foundFirm(): Promise<Actor> {
  const { admin } = await makeFirm()
  return actorFor(admin)
}

async function addTech(admin: Actor): Promise<Actor> {
  return actorFor(await makeEmployee({ id: admin.firmId }))
}

async function recordMany(actor: Actor, count: number) {
  const event = {
    firmId: actor.firmId,
    actorId: actor.employeeId,
    actorName: actor.name,
    action: 'employee.edited',
  }
  await db.auditEvent.createMany({ data: Array.from({ length: count }, () => event) })
}

async function idsOf(actor: Actor): Promise<bigint[]> {
  const events = await db.auditEvent.findMany({
    where: { firmId: actor.firmId },
    orderBy: { id: 'desc' },
    select: { id: true },
  })
  return events.map((event) => event.id)
}
