import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { arriveHalfway, arriveWithSession } from '../../e2e/arrive'
import { hire, hireRegistered } from '../../e2e/people'
import { makeFirm, passphrase } from '../../factories'
import { FormBrowser, fill, formWith } from '../../form-browser'
import { actionId } from '../access/built-actions'

const unreadable = /We couldn't read this form/

async function adminAtAdd() {
  const firm = await makeFirm()
  const browser = await arriveWithSession(await hire(firm, { role: 'admin' }))
  const fields = {
    name: 'Nora New',
    email: `${crypto.randomUUID()}@new.example`,
    role: 'tech',
    mobileNumber: '',
  }
  return { firm, browser, page: await browser.get('/admin/employees/add'), fields }
}

const smuggled: Array<[string, Array<[string, string]>]> = [
  ['a field that the form does not have', [['firmId', crypto.randomUUID()]]],
  ['a time that only the portal sets', [['numberProvenAt', '2026-01-01']]],
  ['the name of what every object has', [['__proto__', 'x']]],
  ['a constructor', [['constructor', 'x']]],
  [
    'a field of a browser extension, twice',
    [
      ['grammarly', '1'],
      ['grammarly', '2'],
    ],
  ],
]

for (const [name, add] of smuggled) {
  test(`adding an employee with ${name} adds the employee without it`, async () => {
    const { firm, browser, page, fields } = await adminAtAdd()
    await browser.press(page, 'Add employee', fields, { add })
    const added = await db.employee.findUnique({ where: { email: fields.email } })
    expect(added).toMatchObject({ firmId: firm.id, role: 'tech', numberProvenAt: null, vendorUserId: null })
  })
}

test('adding an employee with a field twice is refused, and keeps what was typed', async () => {
  const { firm, browser, page, fields } = await adminAtAdd()
  const answer = await browser.press(page, 'Add employee', fields, { add: [['role', 'admin']] })
  expect(answer.text).toMatch(unreadable)
  expect(answer.body).toContain(fields.email)
  expect(await db.employee.count({ where: { firmId: firm.id } })).toBe(2)
})

test('nobody can be given the role of a supporter', async () => {
  const { firm, browser, page, fields } = await adminAtAdd()
  await browser.press(page, 'Add employee', { ...fields, role: 'support' })
  expect(await db.employee.count({ where: { firmId: firm.id } })).toBe(2)
})

test('a file in the place of a text is refused', async () => {
  const browser = new FormBrowser()
  const form = formWith(await browser.get('/sign-in'), 'Sign In')
  const body = new FormData()
  for (const [name, value] of fill(form, 'Sign In', { email: null, password: 'x' })) body.append(name, value)
  body.append('email', new Blob(['admin@harbor.example']), 'email.txt')
  const headers = { origin: process.env.PORTAL_URL ?? '' }
  const answer = await browser.send('/sign-in', { method: 'POST', body, headers })
  expect(await answer.text()).toMatch(unreadable)
})

test('a form of 70 kilobytes is not read to its end', async () => {
  const { firm, browser, page, fields } = await adminAtAdd()
  const answer = await browser.press(page, 'Add employee', { ...fields, name: 'N'.repeat(70_000) })
  expect(answer.status).toBe(413)
  expect(await db.employee.count({ where: { firmId: firm.id } })).toBe(2)
})

test('a password of 50 kilobytes is refused before it is hashed', async () => {
  const browser = new FormBrowser()
  const fields = { email: 'admin@harbor.example', password: 'p'.repeat(50_000) }
  const answer = await browser.press(await browser.get('/sign-in'), 'Sign In', fields)
  expect(answer.status).toBe(200)
  expect(answer.body).not.toContain('pppp')
})

test('what was typed as a password never comes back', async () => {
  const browser = new FormBrowser()
  const fields = { email: 'admin@harbor.example', password: 'a very secret mistake' }
  const answer = await browser.press(await browser.get('/sign-in'), 'Sign In', fields)
  expect(answer.body).toContain('admin@harbor.example')
  expect(answer.body).not.toContain('a very secret mistake')
})

const targets = [
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example',
  '/%09/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  'javascript:alert(1)',
  '/..//evil.example',
  '/.//evil.example',
  '///evil.example',
  ' //evil.example',
]

for (const target of targets) {
  test(`after signing in with next=${JSON.stringify(target)} one is still in the portal`, async () => {
    const person = await hire(await makeFirm())
    for (const from of ['the address', 'the field']) {
      const browser = new FormBrowser()
      const page = await browser.get(
        from === 'the field' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(target)}`,
      )
      const fields = { email: person.email, password: passphrase }
      const answer = await browser.press(
        page,
        'Sign In',
        from === 'the field' ? { ...fields, next: target } : fields,
      )
      expect(answer.status, from).toBe(303)
      expect(new URL(answer.headers.get('location') ?? '', process.env.PORTAL_URL).origin, from).toBe(
        process.env.PORTAL_URL,
      )
      expect(answer.location, from).not.toMatch(/^.[\\/]/)
    }
  })
}

test('a forged host makes the portal call nobody', async () => {
  const calls: string[] = []
  const trap = createServer((request, response) => {
    calls.push(request.url ?? '')
    response.end()
  })
  await new Promise<void>((listening) => trap.listen(0, '127.0.0.1', listening))
  const { port } = Object(trap.address()) as AddressInfo
  const host = `127.0.0.1:${port}`
  const browser = await arriveWithSession(await hire(await makeFirm(), { role: 'admin' }))
  for (const name of ['signOutAction', 'setPushModeAction']) {
    const headers = {
      origin: `http://${host}`,
      'x-forwarded-host': host,
      'x-forwarded-proto': 'http',
      'next-action': actionId(name),
      'content-type': 'text/plain;charset=UTF-8',
      accept: 'text/x-component',
    }
    await browser.send('/sign-in', { method: 'POST', headers, body: '[]' })
  }
  trap.close()
  expect(calls).toEqual([])
})

test('adding the address of a disabled colleague names the colleague and links there', async () => {
  const { firm, browser, page, fields } = await adminAtAdd()
  const { id, name, email } = await hire(firm, { active: false })
  const answer = await browser.press(page, 'Add employee', { ...fields, email })
  expect(answer.text).toContain(`${name} already has this email address, and this account is disabled.`)
  expect(answer.body).toContain(`/admin/employees/${id}/edit`)
})

test('a list filtered by ninety Cyrillic characters is returned to after adding', async () => {
  const { browser, fields } = await adminAtAdd()
  const q = 'я'.repeat(90)
  const back = new URLSearchParams({ q }).toString()
  const page = await browser.get(`/admin/employees/add?${new URLSearchParams({ back })}`)
  const answer = await browser.press(page, 'Add employee', fields)
  expect(answer.status).toBe(303)
  expect(new URL(answer.location ?? '', 'http://x').searchParams.get('q')).toBe(q)
})

test('a refused code stays in its field without script', async () => {
  const tech = await hireRegistered(await makeFirm({ requiresSecondFactor: true }))
  const { browser } = await arriveHalfway(tech)
  const page = await browser.get('/sign-in/second-step')
  for (const token of ['3abcd-efghj-kmn01', 'Your code is 0000000.']) {
    const answer = await browser.press(page, 'Sign In', { token })
    expect(formWith(answer, 'Sign In').entries).toContainEqual(['token', token])
  }
})
