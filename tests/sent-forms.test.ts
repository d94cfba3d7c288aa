import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { addEmployee } from '@/lib/employees/add-employee'
import { addEmployeeForm } from '@/lib/employees/schema'
import { ok, refuse } from '@/lib/result'
import { carryOut, wasCarriedOut } from '@/lib/sent-forms'
import { actorFor, makeEmployee, makeFirm } from './factories'

async function atAddEmployee() {
  const firm = await makeFirm()
  const actor = actorFor(await makeEmployee(firm, { role: 'admin' }))
  const form = new FormData()
  const fields = {
    name: 'Nora New',
    email: `${crypto.randomUUID()}@new.example`,
    role: 'tech',
    mobileNumber: '',
  }
  for (const [name, value] of Object.entries({ ...fields, formKey: crypto.randomUUID() }))
    form.set(name, value)
  const add = () => addEmployee(actor, addEmployeeForm.parse({ ...fields, name: form.get('name') }))
  const send = (verb: () => Promise<{ ok: boolean }> = add) => carryOut(form, actor.employeeId, verb)
  const countAdded = () => db.employee.count({ where: { email: fields.email } })
  return { form, ownerId: actor.employeeId, add, send, countAdded }
}

test('a form sent again gets the first answer, and nothing is added twice', async () => {
  const { send, countAdded } = await atAddEmployee()
  const first = await send()
  expect(first).toMatchObject({ ok: true, value: { employeeId: expect.any(String) } })
  expect(await send()).toEqual(first)
  expect(await countAdded()).toBe(1)
})

test('a form that was carried out is refused with other content', async () => {
  const { form, send } = await atAddEmployee()
  await send()
  form.set('name', 'Nora Newer')
  expect(await send()).toEqual({ unanswered: 'other-content' })
})

test('two requests with one form at once carry it out once', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { send, countAdded } = await atAddEmployee()
    const answers = await Promise.all([send(), send(), send()])
    expect(answers.filter((answer) => 'ok' in answer && answer.ok).length).toBeGreaterThanOrEqual(1)
    expect(answers).not.toContainEqual({ ok: false, reason: 'already-in-firm' })
    expect(await countAdded()).toBe(1)
  }
})

test('a commit whose answer got lost counts as saved, now and at the next try', async () => {
  const { add, send, countAdded } = await atAddEmployee()
  const lose = async () => {
    await add()
    throw new Error('Connection terminated unexpectedly')
  }
  expect(await send(lose)).toEqual({ unanswered: 'saved' })
  expect(await send()).toEqual({ unanswered: 'saved' })
  expect(await countAdded()).toBe(1)
})

test('a verb that was rolled back changed nothing, and the next try is carried out', async () => {
  const { send, countAdded } = await atAddEmployee()
  const waitTooLong = () =>
    db.$transaction(async (tx) => {
      await tx.$executeRaw`set local statement_timeout = 50`
      await tx.$executeRaw`select pg_sleep(5)`
      return ok()
    })
  expect(await send(waitTooLong)).toEqual({ unanswered: 'nothing-changed' })
  expect(await send()).toMatchObject({ ok: true })
  expect(await countAdded()).toBe(1)
})

test('a refused form may be sent again', async () => {
  const { send, countAdded } = await atAddEmployee()
  expect(await send(async () => refuse('number-required'))).toEqual(refuse('number-required'))
  expect(await send()).toMatchObject({ ok: true })
  expect(await countAdded()).toBe(1)
})

test("one person's key is nothing to another", async () => {
  const { form, send } = await atAddEmployee()
  await send()
  expect(await carryOut(form, crypto.randomUUID(), async () => ok('theirs'))).toEqual(ok('theirs'))
})

test('a form that was carried out is known, with another proof too', async () => {
  const { form, ownerId, send } = await atAddEmployee()
  expect(await wasCarriedOut(form, ownerId)).toBe(false)
  await send()
  form.set('proofToken', '1234567')
  expect(await wasCarriedOut(form, ownerId)).toBe(true)
  form.set('name', 'Nora Newer')
  expect(await wasCarriedOut(form, ownerId)).toBe(false)
})

test('a connection lost before anything was claimed leaves open what was saved', async () => {
  const { send } = await atAddEmployee()
  const lose = async () => {
    throw new Error('Connection terminated unexpectedly')
  }
  expect(await send(lose)).toEqual({ unanswered: 'unclear' })
})

test('an error that is no outage stays an error', async () => {
  const { send } = await atAddEmployee()
  const fail = async () => {
    throw new TypeError('undefined is no function')
  }
  await expect(send(fail)).rejects.toThrow(TypeError)
})
