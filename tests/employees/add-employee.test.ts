import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { addEmployee } from '@/lib/employees/add-employee'
import { type AddEmployeeForm, addEmployeeForm } from '@/lib/employees/schema'
import { actorFor, digitsOf, makeEmployee, makeFirm, uniqueNumber } from '../factories'
import { notificationsFor } from '../notifications/notifications'
import { waitingJobs } from './waiting-jobs'

function formFor(wishes: Partial<AddEmployeeForm> = {}): AddEmployeeForm {
  const email = `${crypto.randomUUID()}@harbor.example`
  return {
    name: 'Tess Lindqvist',
    email,
    role: 'tech',
    mobileNumber: '',
    allowSharedNumber: false,
    ...wishes,
  }
}

test('a new person is invited, and the number goes to the vendor', async () => {
  const firm = await makeFirm()
  const number = uniqueNumber()
  const added = await addEmployee(actorFor(firm.admin), formFor({ mobileNumber: digitsOf(number) }))
  if (!added.ok) throw new Error(added.reason)

  const { employeeId } = added.value
  const stored = await db.employee.findUniqueOrThrow({ where: { id: employeeId } })
  expect(stored).toMatchObject({
    firmId: firm.id,
    role: 'tech',
    mobileNumber: number,
    vendorState: 'waiting',
  })
  expect(await waitingJobs('invitation-mail', employeeId)).toHaveLength(1)
  expect(await waitingJobs('register-at-vendor', employeeId)).toHaveLength(1)
  expect(await db.auditEvent.count({ where: { action: 'employee.added', targetId: employeeId } })).toBe(1)
})

test('a doubtful number is saved only with a tick for these digits', async () => {
  const admin = actorFor((await makeFirm()).admin)
  const mobileNumber = '6588888888'
  const refused = { ok: false, reason: 'number-doubtful', doubt: 'made-up' }
  expect(await addEmployee(admin, formFor({ mobileNumber }))).toEqual(refused)
  expect(await addEmployee(admin, formFor({ mobileNumber, sureNumber: '6599999999' }))).toEqual(refused)
  const answer = await addEmployee(admin, formFor({ mobileNumber, sureNumber: mobileNumber }))
  expect(answer).toMatchObject({ ok: true })
})

test('without a number nobody is added while the rule is on', async () => {
  const firm = await makeFirm({ requiresSecondFactor: true })
  expect(await addEmployee(actorFor(firm.admin), formFor())).toEqual({ ok: false, reason: 'number-required' })
})

test('an address in use in another firm is refused without saying where', async () => {
  const stranger = await makeEmployee(await makeFirm())
  const answer = await addEmployee(actorFor((await makeFirm()).admin), formFor({ email: stranger.email }))
  expect(answer).toEqual({ ok: false, reason: 'email-taken' })
})

test('an address in use in the same firm is named as such', async () => {
  const firm = await makeFirm()
  const colleague = await makeEmployee(firm, { active: false })
  const answer = await addEmployee(actorFor(firm.admin), formFor({ email: colleague.email }))
  expect(answer).toEqual({ ok: false, reason: 'already-in-firm' })
})

test('the sixth address of another firm in a day pauses adding, known or unknown', async () => {
  const firm = await makeFirm({ name: 'Summit MSP' })
  const ada = actorFor(firm.admin, { firmName: 'Summit MSP' })
  const add = (email?: string) => addEmployee(ada, formFor(email ? { email } : {}))
  const stranger = await makeEmployee(await makeFirm())
  for (let times = 0; times < 5; times++)
    expect(await add(stranger.email)).toMatchObject({ reason: 'email-taken' })
  for (const email of [stranger.email, undefined])
    expect(await add(email)).toMatchObject({ ok: false, reason: 'adding-paused' })

  const refused = { firmId: firm.id, action: 'employee.address-refused' }
  expect(await db.auditEvent.count({ where: refused })).toBe(5)
  expect(await notificationsFor(stranger.id)).toMatchObject([{ kind: 'address-tried', firm: 'Summit MSP' }])
  expect(await addEmployee(actorFor((await makeFirm()).admin), formFor())).toMatchObject({ ok: true })
})

test('an answer takes as long for a taken address as for an unknown one', async () => {
  const stranger = await makeEmployee(await makeFirm())
  const ada = actorFor((await makeFirm()).admin)
  for (const form of [formFor(), formFor({ email: stranger.email })]) {
    const start = performance.now()
    await addEmployee(ada, form)
    expect(performance.now() - start).toBeGreaterThan(195)
  }
})

test('two firms that add the same address at once get one account between them', async () => {
  const firms = [await makeFirm(), await makeFirm(), await makeFirm(), await makeFirm()]
  const form = formFor()
  const answers = await Promise.all(firms.map((firm) => addEmployee(actorFor(firm.admin), form)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db.employee.count({ where: { email: form.email } })).toBe(1)
})

test('addresses are stored in one form', () => {
  const typed = {
    name: ' Tess\u00a0 Lindqvist ',
    email: ' Tess@BÜCHER.example ',
    role: 'tech',
    mobileNumber: '',
  }
  const parsed = addEmployeeForm.parse(typed)
  expect(parsed).toMatchObject({
    name: 'Tess Lindqvist',
    email: 'tess@xn--bcher-kva.example',
    allowSharedNumber: false,
  })
})

test.each([
  { role: 'support' },
  { firmId: '00000000-0000-7000-8000-000000000000' },
  { vendorUserId: '1' },
  { role: undefined },
])('the form does not take %o', (extra) => {
  const typed = { name: 'Tess', email: 'tess@harbor.example', role: 'tech', mobileNumber: '', ...extra }
  expect(addEmployeeForm.safeParse(typed).success).toBe(false)
})
