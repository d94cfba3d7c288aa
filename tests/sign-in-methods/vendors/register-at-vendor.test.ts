import { afterEach, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { retryRegistration } from '@/lib/employees/retry-registration'
import type { SecondFactorProvider } from '@/lib/providers/second-factor'
import { registerAtVendor } from '@/lib/sign-in-methods/vendors/register-at-vendor'
import { removeVendorUser } from '@/lib/sign-in-methods/vendors/remove-at-vendor'
import { provider } from '@/lib/sign-in-methods/vendors/vendors'
import { jobHandlers } from '@/lib/worker/handlers'
import type { Employee } from '@/prisma/client/client'
import { simulatedAuthy } from '../../authy'
import { waitingJobs } from '../../employees/waiting-jobs'
import { actorFor, makeEmployee, makeFirm, uniqueNumber } from '../../factories'

const authy = simulatedAuthy()
afterEach(() => authy.clearFaults())

async function waiting(wishes: Partial<Employee> = {}) {
  const firm = await makeFirm()
  const tech = await makeEmployee(firm, { vendorState: 'waiting', ...wishes })
  return { tech, number: tech.mobileNumber ?? '', admin: actorFor(firm.admin) }
}

const reload = (employee: Employee) => db.employee.findUniqueOrThrow({ where: { id: employee.id } })
const actionsOn = async (employee: Employee) =>
  (await db.auditEvent.findMany({ where: { targetId: employee.id }, orderBy: { id: 'asc' } })).map(
    ({ action }) => action,
  )

test('the vendor’s id is kept, and the portal says so in the audit', async () => {
  const { tech } = await waiting()
  await registerAtVendor(provider, tech.id)
  await registerAtVendor(provider, tech.id)

  expect(await reload(tech)).toMatchObject({
    vendorState: 'registered',
    vendorUserId: expect.stringMatching(/^\d+$/),
  })
  expect(await actionsOn(tech)).toEqual(['employee.registered'])
})

test('a refused number shows the reason, and a retry asks again', async () => {
  const { tech, number, admin } = await waiting()
  await authy.fault('register', '60027', number)
  await registerAtVendor(provider, tech.id)
  expect(await reload(tech)).toMatchObject({
    vendorState: 'refused',
    vendorRefusal: expect.stringMatching(/\w/),
  })

  await authy.clearFaults()
  expect(await retryRegistration(admin, tech.id)).toMatchObject({ ok: true })
  await registerAtVendor(provider, tech.id)
  expect(await reload(tech)).toMatchObject({ vendorState: 'registered', vendorRefusal: null })
  expect(await actionsOn(tech)).toEqual([
    'employee.registration-refused',
    'employee.registration-retried',
    'employee.registered',
  ])
})

test('while the vendor is down the job fails, to be run again', async () => {
  const { tech, number } = await waiting()
  await authy.fault('register', '500', number)
  const idle = {
    mailer: { sendMail: async () => 'sent' as const },
    texter: { send: async () => 'sent' as const },
  }
  const job = jobHandlers({ provider, ...idle })['register-at-vendor']
  await expect(job({ employeeId: tech.id }, 'job')).rejects.toThrow('provider-down')
  expect(await reload(tech)).toMatchObject({ vendorState: 'waiting', vendorUserId: null })
})

test('an answer about a number changed meanwhile is discarded and cleaned up', async () => {
  const { tech } = await waiting()
  const newer = uniqueNumber()
  let vendorUserId = ''
  const slow: SecondFactorProvider = {
    ...provider,
    async register(person) {
      const registration = await provider.register(person)
      if (registration.ok) vendorUserId = registration.vendorUserId
      await db.employee.update({ where: { id: tech.id }, data: { mobileNumber: newer } })
      return registration
    },
  }
  await registerAtVendor(slow, tech.id)
  expect(await reload(tech)).toMatchObject({
    mobileNumber: newer,
    vendorState: 'waiting',
    vendorUserId: null,
  })
  expect(await waitingJobs('remove-at-vendor', vendorUserId)).toHaveLength(1)
})

test('the vendor forgets a person only when no employee has the number any more', async () => {
  const { tech } = await waiting()
  await registerAtVendor(provider, tech.id)
  const { vendorUserId } = await reload(tech)
  const removals = async () =>
    (await authy.requests()).filter(({ path }) => path.includes(`${vendorUserId}/`)).length

  await removeVendorUser(provider, vendorUserId ?? '')
  expect(await removals()).toBe(0)

  await db.employee.update({ where: { id: tech.id }, data: { vendorUserId: null } })
  await removeVendorUser(provider, vendorUserId ?? '')
  await removeVendorUser(provider, vendorUserId ?? '')
  expect(await removals()).toBeGreaterThan(0)
})

test('a number proven in the moment of its removal is registered again', async () => {
  const { tech } = await waiting({ vendorUserId: null })
  const vendorUserId = crypto.randomUUID()
  const slow = {
    ...provider,
    async remove() {
      await db.employee.update({ where: { id: tech.id }, data: { vendorUserId, vendorState: 'registered' } })
      return { ok: true as const, value: undefined }
    },
  }
  await removeVendorUser(slow, vendorUserId)
  expect((await reload(tech)).vendorState).toBe('waiting')
  expect(await waitingJobs('register-at-vendor', tech.id)).toHaveLength(1)
})

test('another firm’s admin cannot retry', async () => {
  const { tech } = await waiting({ vendorState: 'refused' })
  const foreign = actorFor((await makeFirm()).admin)
  expect(await retryRegistration(foreign, tech.id)).toEqual({ ok: false, reason: 'not-found' })
  expect((await reload(tech)).vendorState).toBe('refused')
})
