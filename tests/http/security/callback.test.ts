import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { typePassword, until } from '../../e2e/arrive'
import { hireRegistered } from '../../e2e/people'
import { phoneOf } from '../../e2e/phone'
import { makeFirm } from '../../factories'
import { FormBrowser } from '../../form-browser'

const path = '/api/authy/callback'

const garbage: Array<[name: string, body: string, headers?: Record<string, string>]> = [
  ['nothing', ''],
  ['text', 'hello'],
  ['broken JSON', '{"uuid":'],
  [
    'an approval without a signature',
    '{"status":"approved","uuid":"1","authy_id":1,"callback_action":"approval_request_status"}',
  ],
  [
    'an empty signature',
    '{"status":"approved"}',
    { 'x-authy-signature': '', 'x-authy-signature-nonce': '1' },
  ],
  [
    'a made-up signature',
    '{"status":"approved"}',
    { 'x-authy-signature': 'AAAA', 'x-authy-signature-nonce': '1' },
  ],
  ['a form', 'status=approved&uuid=1', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['a prototype', '{"__proto__":{"status":"approved"}}'],
  ['a deep nest', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
]

for (const [name, body, headers] of garbage) {
  test(`the callback refuses ${name}`, async () => {
    const answer = await new FormBrowser().send(path, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    })
    expect([400, 403]).toContain(answer.status)
    expect(await answer.text()).toBe('')
  })
}

test('the callback does not read more than a callback can be', async () => {
  const answer = await new FormBrowser().send(path, { method: 'POST', body: 'x'.repeat(5_000_000) })
  expect([400, 403, 413]).toContain(answer.status)
})

for (const method of ['GET', 'PUT', 'DELETE']) {
  test(`the callback takes no ${method}`, async () => {
    expect((await new FormBrowser().send(path, { method })).status).toBe(405)
  })
}

test('a forged approval of a real push changes nothing', async () => {
  const person = await hireRegistered(await makeFirm({ requiresSecondFactor: true }))
  const browser = new FormBrowser()
  await typePassword(browser, person.email)
  const push = await until(async () => (await phoneOf(person).pushes())[0])
  const body = JSON.stringify({
    callback_action: 'approval_request_status',
    uuid: push.uuid,
    status: 'approved',
    authy_id: Number(person.vendorUserId),
  })
  const headers = {
    'content-type': 'application/json',
    'x-authy-signature': 'AAAA',
    'x-authy-signature-nonce': '17',
  }
  const answer = await new FormBrowser().send(path, { method: 'POST', body, headers })
  expect(answer.status).toBe(403)
  expect(await db.push.count({ where: { employeeId: person.id, status: 'approved' } })).toBe(0)
})
