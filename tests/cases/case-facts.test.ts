import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/policy'
import { findProofFacts } from '@/lib/cases/case-facts'
import { getCase, getProofFacts, listCaseMessages, notifiedOfOpening } from '@/lib/cases/support/get-case'
import {
  listEarlierCases,
  listFirmAdmins,
  listHabits,
  listNetworkCases,
} from '@/lib/cases/support/person-facts'
import { db } from '@/lib/db'
import type { ResetCase } from '@/prisma/client/client'
import { actorFor, type MadeFirm, makeEmployee, makeFirm } from '../factories'
import { makeCase, makeNotification } from './cases'
import { hoursAgo, ticked } from './support'

let firm: MadeFirm
let sam: Actor

beforeAll(async () => {
  firm = await makeFirm({ name: 'Harbor IT', mainLine: '+12025550100' })
  sam = actorFor((await makeFirm({ isOperator: true })).admin)
})

async function read({ id }: ResetCase) {
  const found = await getCase(sam, id)
  if (!found) throw new Error('The case is not there')
  return found
}

test('a case of any firm is found, except the reader’s own and a pending number change', async () => {
  const made = await makeCase(await makeEmployee(firm))
  expect(await read(made)).toMatchObject({ number: made.number, events: [{ act: 'opened' }] })

  const supporter = await db.employee.findUniqueOrThrow({ where: { id: sam.employeeId } })
  expect(await getCase(sam, (await makeCase(supporter)).id)).toBeNull()
  const held = await makeCase(await makeEmployee(firm), { kind: 'number_change' })
  expect(await getCase(sam, held.id)).toBeNull()
  expect(await getCase(sam, crypto.randomUUID())).toBeNull()
})

test('the role is the stronger of now and the opening', async () => {
  const promoted = await makeCase(await makeEmployee(firm, { role: 'admin' }), { roleAtOpening: 'tech' })
  const demoted = await makeCase(await makeEmployee(firm), { roleAtOpening: 'admin' })
  expect([(await read(promoted)).role, (await read(demoted)).role]).toEqual(['admin', 'admin'])
})

test('what the page shows as verified is what the verb decides by', async () => {
  const made = await makeCase(await makeEmployee(firm), { risks: ['stolen'] })
  await ticked(made, 'documents', 'colleague_vouched')
  const found = await read(made)
  const facts = await getProofFacts(found)
  expect(facts).toEqual(await findProofFacts(db, { ...found, role: 'tech' }))
  expect(facts).toMatchObject({ role: 'tech', risks: ['stolen'], firmHasOtherAdmin: true, canCallBack: true })
  expect(facts.ticked.sort()).toEqual(['colleague_vouched', 'documents'])
})

test('an admin who is only invited or also without a phone is not waited for', async () => {
  const own = await makeFirm()
  const tech = await makeEmployee(own)
  const found = await read(await makeCase(tech))
  expect(await getProofFacts(found)).toMatchObject({ firmHasOtherAdmin: true })
  await makeCase(own.admin)
  expect(await getProofFacts(found)).toMatchObject({ firmHasOtherAdmin: false })
  const invited = await makeEmployee(own, { role: 'admin' })
  await db.credential.delete({ where: { employeeId: invited.id } })
  expect(await getProofFacts(found)).toMatchObject({ firmHasOtherAdmin: false })
})

test('the confirmation of an admin who was disabled since no longer counts', async () => {
  const made = await makeCase(await makeEmployee(firm))
  const colleague = await makeEmployee(firm)
  const by = { byId: colleague.id, byName: colleague.name }
  await db.caseEvidence.create({ data: { caseId: made.id, kind: 'colleague_vouched', ...by } })
  expect((await getProofFacts(await read(made))).ticked).toEqual(['colleague_vouched'])
  await db.employee.update({ where: { id: colleague.id }, data: { active: false } })
  expect((await getProofFacts(await read(made))).ticked).toEqual([])
})

test('an admin alone in the firm has nobody to confirm it', async () => {
  const { admin } = await makeFirm()
  const found = await read(await makeCase(admin))
  expect(await getProofFacts(found)).toMatchObject({ firmHasOtherAdmin: false, canCallBack: false })
  expect(await listFirmAdmins(found)).toEqual([])
})

test('the admins of the firm are its active ones, without the person', async () => {
  const own = await makeFirm()
  const admin = (name: string, active = true) => makeEmployee(own, { role: 'admin', name, active })
  const [, person] = [await admin('Ben Okafor'), await admin('Ada Moreno'), await admin('Gone', false)]
  const names = await listFirmAdmins(await read(await makeCase(person)))
  expect(names.sort()).toEqual(['Ben Okafor', own.admin.name].sort())
})

test('the usual places are those of the sign-ins of 90 days, the most frequent first', async () => {
  const person = await makeEmployee(firm)
  const event = (daysAgo: number, place: string, wishes = {}) => ({
    firmId: firm.id,
    actorId: person.id,
    actorName: person.name,
    action: 'sign-in.finished',
    place,
    browser: 'Firefox on macOS',
    at: hoursAgo(daysAgo * 24),
    ...wishes,
  })
  await db.auditEvent.createMany({
    data: [
      event(80, 'Boston'),
      event(3, 'Boston'),
      event(2, 'Austin'),
      event(91, 'Long ago'),
      event(1, 'Never in', { action: 'sign-in.wrong-password' }),
      event(1, 'Asked again', { details: { purpose: 'step_up' } }),
      event(1, 'Somebody else', { actorId: crypto.randomUUID() }),
    ],
  })
  const habits = await listHabits(await read(await makeCase(person)))
  expect(habits.map(({ place, times }) => [place, times])).toEqual([
    ['Boston', 2],
    ['Austin', 1],
  ])
})

test('other requests: the person’s of a year, and those from this network in a week', async () => {
  const person = await makeEmployee(firm)
  const network = '198.51.100.23'
  const earlier = await makeCase(person, { state: 'stopped', openedAt: hoursAgo(30 * 24) })
  await makeCase(person, { state: 'declined', openedAt: hoursAgo(400 * 24) })
  const near = await makeCase(await makeEmployee(await makeFirm({ name: 'Summit' })), {
    network,
    openedAt: hoursAgo(50),
  })
  await makeCase(await makeEmployee(firm), { network, openedAt: hoursAgo(8 * 24) })
  await makeCase(await makeEmployee(firm), { openedAt: hoursAgo(1) })
  const found = await read(await makeCase(person, { network }))

  expect(await listEarlierCases(found)).toMatchObject([{ id: earlier.id, state: 'stopped' }])
  expect(await listNetworkCases(sam, found)).toMatchObject([{ id: near.id, firm: 'Summit' }])
})

test('the list of notifications shows the recipients and what is not sent yet', async () => {
  const person = await makeEmployee(firm)
  const made = await makeCase(person)
  await makeNotification(made, { sentAt: new Date() })
  await makeNotification(made, { channel: 'text', number: person.mobileNumber })
  await makeNotification(made, { employeeId: firm.admin.id, refusedAt: new Date() })

  const notifications = await listCaseMessages(await read(made))
  expect(notifications.map(({ name, channel, isPerson }) => [name, channel, isPerson])).toEqual([
    [person.name, 'mail', true],
    [person.name, 'text', true],
    [firm.admin.name, 'mail', false],
  ])
  expect(notifiedOfOpening(notifications)).toEqual({ waiting: 1, sent: 1 })
})
