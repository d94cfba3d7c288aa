import { expect, test } from 'vitest'
import { can } from '@/lib/access/policy'
import { db } from '@/lib/db'
import { addEmployee } from '@/lib/employees/add-employee'
import { registerAtVendor } from '@/lib/sign-in-methods/vendors/register-at-vendor'
import { provider } from '@/lib/sign-in-methods/vendors/vendors'
import { exportMigration } from '@/lib/vendor-migration/export-migration'
import { finishMigration } from '@/lib/vendor-migration/finish-migration'
import { getMigrationProgress, listFirmsAtVendors } from '@/lib/vendor-migration/queries'
import { rollBack } from '@/lib/vendor-migration/roll-back'
import { startMigration } from '@/lib/vendor-migration/start-migration'
import { simulatedAuthy } from '../authy'
import { waitingJobs } from '../employees/waiting-jobs'
import { actorFor, digitsOf, makeEmployee, makeFirm, uniqueNumber } from '../factories'
import { makeApp } from '../sign-in-methods/totp/apps'
import { makeAuthyFirm, runMigrationJob } from './migrating-firm'

simulatedAuthy()

const reload = (id: string) => db.employee.findUniqueOrThrow({ where: { id } })
const aSupporter = async () => actorFor((await makeFirm({ isOperator: true })).admin)
const closedNumber = '+79161234567'

async function started(size = 2) {
  const [made, supporter] = await Promise.all([makeAuthyFirm(size), aSupporter()])
  expect(await startMigration(supporter, made.firm.id)).toEqual({ ok: true, value: { firms: 1 } })
  await runMigrationJob(made.firm.id)
  return { ...made, supporter }
}

test('only supporters migrate firms, and only with a step-up', async () => {
  expect(['admin', 'tech'].some((role) => can({ role: role as 'admin' }, 'vendors.migrate'))).toBe(false)
  expect(can({ role: 'support' }, 'vendors.migrate')).toBe(true)
  const { firm, supporter } = await started(1)
  const stale = { ...supporter, secondFactorAt: new Date(0) }
  const refused = { ok: false, reason: 'proof-needed' }
  expect(await startMigration(stale, firm.id)).toEqual(refused)
  expect(await finishMigration(stale, firm.id)).toEqual(refused)
  expect(await rollBack(stale, firm.id)).toEqual(refused)
})

test('everybody is migrated, notified once, and keeps what works at Authy', async () => {
  const { firm, members, supporter } = await started()
  await startMigration(supporter, firm.id)
  await runMigrationJob(firm.id)
  for (const { id, vendorUserId } of members) {
    expect(await reload(id)).toMatchObject({ vendor: 'verify', vendorUserId, vendorState: 'registered' })
    const notified = await db.notification.findMany({ where: { employeeId: id } })
    expect(notified.map(({ content }) => content)).toEqual([
      expect.objectContaining({ kind: 'vendor-migrations' }),
    ])
    expect(await db.auditEvent.count({ where: { targetId: id, action: 'employee.migrated' } })).toBe(1)
  }
  expect(await db.auditEvent.count({ where: { firmId: firm.id, action: 'firm.migration-started' } })).toBe(1)
})

test('a number that gets no texts stays at Authy', async () => {
  const { firm, members } = await makeAuthyFirm(2)
  const [abroad] = members
  await db.employee.update({ where: { id: abroad?.id ?? '' }, data: { mobileNumber: closedNumber } })
  const supporter = await aSupporter()
  await startMigration(supporter, firm.id)
  await runMigrationJob(firm.id)
  expect(await reload(abroad?.id ?? '')).toMatchObject({ vendor: 'authy' })

  await finishMigration(supporter, firm.id)
  await runMigrationJob(firm.id)
  expect(await reload(abroad?.id ?? '')).toMatchObject({ vendorUserId: abroad?.vendorUserId })
  expect(await getMigrationProgress(firm.id)).toMatchObject({
    moved: 2,
    atAuthy: 1,
    remaining: [{ id: abroad?.id, why: 'not-migrated' }],
  })
})

test('people who waited for Authy, or were refused by it, do not wait any more', async () => {
  const { firm } = await makeAuthyFirm(1)
  const waiting = await makeEmployee(firm, { vendorState: 'waiting' })
  const refused = await makeEmployee(firm, { vendorState: 'refused', vendorRefusal: 'No.' })
  await startMigration(await aSupporter(), firm.id)
  await runMigrationJob(firm.id)
  for (const { id } of [waiting, refused])
    expect(await reload(id)).toMatchObject({ vendor: 'verify', vendorState: 'none', vendorRefusal: null })
})

test('a new person of a moving firm is registered nowhere, unless no text would arrive', async () => {
  const { firm } = await started(1)
  const admin = actorFor(firm.admin)
  const form = { name: 'New', role: 'tech' as const, allowSharedNumber: false, back: '' }
  const numbers = [digitsOf(uniqueNumber()), digitsOf(closedNumber)]
  const [near, far] = await Promise.all(
    numbers.map((mobileNumber) =>
      addEmployee(admin, { ...form, email: `${mobileNumber}@new.example`, mobileNumber }),
    ),
  )
  if (!near?.ok || !far?.ok) throw new Error('Nobody was added')
  expect(await reload(near.value.employeeId)).toMatchObject({ vendor: 'verify', vendorState: 'none' })
  expect(await waitingJobs('register-at-vendor', near.value.employeeId)).toHaveLength(0)
  expect(await reload(far.value.employeeId)).toMatchObject({ vendor: 'authy', vendorState: 'waiting' })
})

test('a number that a case has set does not wait for Authy either', async () => {
  const firm = await makeFirm({ requiresSecondFactor: true })
  const tech = await makeEmployee(firm, { vendor: 'verify', vendorState: 'waiting' })
  expect(await registerAtVendor(provider, tech.id)).toBeNull()
  expect(await reload(tech.id)).toMatchObject({ vendorState: 'none', vendorUserId: null })
})

test('finishing removes Authy only from people who have another method', async () => {
  const { firm, members, supporter } = await started(2)
  const [withApp, without] = members
  await db.firm.update({ where: { id: firm.id }, data: { minimumTech: 'strong' } })
  await makeApp({ id: withApp?.id ?? '' })
  expect(await finishMigration(supporter, firm.id)).toEqual({ ok: true, value: undefined })
  await runMigrationJob(firm.id)

  expect(await reload(withApp?.id ?? '')).toMatchObject({ vendorUserId: null, vendorState: 'none' })
  expect(await waitingJobs('remove-at-vendor', withApp?.vendorUserId ?? '')).toHaveLength(1)
  expect(await reload(without?.id ?? '')).toMatchObject({ vendorUserId: without?.vendorUserId })
  expect(await getMigrationProgress(firm.id)).toMatchObject({
    phase: 'finished',
    remainingCount: 1,
    remaining: [{ id: without?.id, why: 'text-below-minimum' }],
  })
  // Once the person has added a method, finishing again takes the rest.
  await makeApp({ id: without?.id ?? '' })
  await finishMigration(supporter, firm.id)
  await runMigrationJob(firm.id)
  expect(await reload(without?.id ?? '')).toMatchObject({ vendorUserId: null })
})

test('a number that Twilio Verify has refused is no other method', async () => {
  const { firm, members, supporter } = await started(1)
  const employeeId = members[0]?.id ?? ''
  await db.sentToken.create({
    data: { employeeId, firmId: firm.id, vendor: 'authy', status: 'sent', failure: 'verify:invalid' },
  })
  await finishMigration(supporter, firm.id)
  await runMigrationJob(firm.id)
  expect(await reload(employeeId)).toMatchObject({ vendorUserId: members[0]?.vendorUserId })
  expect(await getMigrationProgress(firm.id)).toMatchObject({ remaining: [{ why: 'texts-refused' }] })
})

test('a migration can be rolled back until it is finished', async () => {
  const { firm, members, supporter } = await started(1)
  const newcomer = await makeEmployee(firm, { vendor: 'verify' })
  expect(await rollBack(supporter, firm.id)).toEqual({ ok: true, value: undefined })
  await runMigrationJob(firm.id)
  expect(await reload(members[0]?.id ?? '')).toMatchObject({ vendor: 'authy', vendorState: 'registered' })
  expect(await reload(newcomer.id)).toMatchObject({ vendor: 'authy', vendorState: 'waiting' })
  expect(await waitingJobs('register-at-vendor', newcomer.id)).toHaveLength(1)
  expect(await rollBack(supporter, firm.id)).toEqual({ ok: false, reason: 'not-moving' })
  expect(await finishMigration(supporter, firm.id)).toEqual({ ok: false, reason: 'not-started' })

  await startMigration(supporter, firm.id)
  await finishMigration(supporter, firm.id)
  expect(await rollBack(supporter, firm.id)).toEqual({ ok: false, reason: 'not-moving' })
})

test('a job of a phase that is over migrates nobody', async () => {
  const { firm, members } = await makeAuthyFirm(1)
  const supporter = await aSupporter()
  await startMigration(supporter, firm.id)
  const late = () => runMigrationJob(firm.id)
  await db.firm.update({ where: { id: firm.id }, data: { vendor: 'authy', migrationStartedAt: null } })
  await late()
  expect(await reload(members[0]?.id ?? '')).toMatchObject({ vendor: 'authy' })
})

test('the report masks numbers and contains no formulas', async () => {
  const { firm, members } = await started(1)
  await db.employee.update({ where: { id: members[0]?.id ?? '' }, data: { name: '=1+1' } })
  let csv = ''
  for await (const piece of exportMigration(firm.id)) csv += piece
  expect(csv).toContain(`'=1+1`)
  expect(csv).toContain('Twilio Verify')
  expect(csv).not.toContain(members[0]?.mobileNumber)
  const { firms } = await listFirmsAtVendors(null)
  expect(firms.find(({ id }) => id === firm.id)).toMatchObject({ phase: 'moving', active: 2, moved: 2 })
})

test('a person whom the job has not reached is still to be migrated', async () => {
  const { firm, members } = await makeAuthyFirm(1)
  const waiting = { remaining: [{ id: members[0]?.id, why: 'waiting' }] }
  expect(await getMigrationProgress(firm.id)).toMatchObject(waiting)
  await startMigration(await aSupporter(), firm.id)
  expect(await getMigrationProgress(firm.id)).toMatchObject(waiting)
  await runMigrationJob(firm.id)
  expect(await getMigrationProgress(firm.id)).toMatchObject({ remaining: [] })
})
