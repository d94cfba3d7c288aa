import { expect, test } from 'vitest'
import { FormBrowser } from '../../form-browser'
import { actionId } from '../access/built-actions'
import { portalLines } from './portal-lines'
import { rawRequest } from './raw-request'

const portalUrl = process.env.PORTAL_URL ?? ''
const { host } = new URL(portalUrl)

test('a request line with a foreign host leads nowhere', async () => {
  for (const address of ['http://evil.example/', 'http://evil.example//a', 'http://evil.example/a//b']) {
    const { status, head } = await rawRequest([`GET ${address} HTTP/1.1`, `Host: ${host}`])
    expect(status, address).toBe(421)
    expect(head).not.toContain('evil.example')
  }
})

test('a request line with the whole address of the portal gets the page', async () => {
  const { status, body } = await rawRequest([`GET ${portalUrl}/sign-in HTTP/1.1`, `Host: ${host}`])
  expect(status).toBe(200)
  expect(body).toContain('Sign In')
})

test('another host name of the portal leads to the configured one', async () => {
  const { status, head } = await rawRequest(['GET /sign-in?next=%2Fhelp HTTP/1.1', 'Host: 127.0.0.1'])
  expect(status).toBe(307)
  expect(head).toContain(`Location: ${portalUrl}/sign-in?next=%2Fhelp`)
})

test('an upgrade is not answered', async () => {
  const lines = [`GET /sign-in HTTP/1.1`, `Host: ${host}`, 'Upgrade: websocket']
  expect((await rawRequest([...lines, 'Connection: Upgrade'])).head).toBe('')
})

test.each(['PUT', 'DELETE', 'PATCH', 'PROPFIND', 'OPTIONS'])('no page takes %s', async (method) => {
  for (const path of ['/sign-in', '/no-such-page', '/admin/employees']) {
    const answer = await new FormBrowser().send(path, { method })
    expect([answer.status, answer.headers.get('allow')], path).toEqual([405, 'GET, HEAD, POST'])
  }
})

test.each(['null', 'https://evil.example', null])('a form with the origin %s gets a page', async (origin) => {
  const browser = new FormBrowser()
  const answer = await browser.press(await browser.get('/sign-in'), 'Sign In', {}, { origin })
  expect(answer.status).toBe(403)
  expect(answer.text).toContain('Form not accepted')
})

test('a form that is too large gets a sentence, with and without script', async () => {
  const browser = new FormBrowser()
  const page = await browser.get('/sign-in')
  const plain = await browser.press(page, 'Sign In', { email: 'e'.repeat(300_000) })
  expect(plain.status).toBe(413)
  expect(plain.text).toMatch(/up to 64 kB/)

  const headers = { origin: portalUrl, 'next-action': actionId('signInAction'), accept: 'text/x-component' }
  const body = JSON.stringify(['x'.repeat(70_000)])
  const scripted = await browser.send('/sign-in', { method: 'POST', headers, body })
  expect([scripted.status, scripted.headers.get('content-type')]).toEqual([413, 'text/plain'])
  expect(await scripted.text()).toMatch(/up to 64 kB/)
})

test('a form of unknown length that is too large is not our fault', async () => {
  const headers = { origin: portalUrl, 'next-action': actionId('signInAction'), accept: 'text/x-component' }
  const body = new Blob(['x'.repeat(200_000)]).stream()
  const init = { method: 'POST', headers, body, duplex: 'half' }
  const answer = await new FormBrowser().send('/sign-in', init)
  expect(answer.status).toBe(400)
})

const boundary = 'multipart/form-data; boundary=x'
const unreadable: Array<[name: string, type: string, body: string]> = [
  ['no JSON', 'text/plain;charset=UTF-8', '[\n\u001b[31mFORGED LINE'],
  ['a reference to nothing', 'text/plain;charset=UTF-8', '["$K1","$Q9","$F3"]'],
  ['arguments that are no list', 'text/plain;charset=UTF-8', '"x"'],
  ['nothing', 'text/plain;charset=UTF-8', ''],
  ['a multipart body without parts', boundary, 'hello\nFORGED LINE'],
  [
    'a multipart body that breaks off',
    boundary,
    '--x\r\nContent-Disposition: form-data; name="0"\r\n\r\n["$K1"',
  ],
  ['a multipart body without a boundary', 'multipart/form-data', '\nFORGED LINE'],
]

for (const [name, type, body] of unreadable) {
  test(`an action called with ${name} answers 4xx and logs JSON`, async () => {
    const log = portalLines()
    for (const call of [{ 'next-action': actionId('signInAction') }, undefined]) {
      const headers = { origin: portalUrl, 'content-type': type, accept: 'text/x-component', ...call }
      const answer = await new FormBrowser().send('/sign-in', { method: 'POST', headers, body })
      // Without the header of a script it is a form without an action, for which Next shows the page.
      if (call || type.startsWith('multipart')) {
        expect(answer.status, JSON.stringify(call)).toBeGreaterThanOrEqual(400)
        expect(answer.status, JSON.stringify(call)).toBeLessThan(500)
      }
      expect(await answer.text()).not.toMatch(/node_modules|\.next\/|\bat \w+ \(/)
    }
    for (const line of log.since()) expect(() => JSON.parse(line), line).not.toThrow()
  })
}

test('an unknown action, a foreign prefetch and a broken router state leave no trace', async () => {
  const log = portalLines()
  const rsc = { rsc: '1', accept: 'text/x-component' }
  for (const headers of [
    { ...rsc, 'next-router-prefetch': '2' },
    { ...rsc, 'next-router-prefetch': '3' },
    { ...rsc, 'next-router-state-tree': '%ff' },
    { ...rsc, 'next-router-state-tree': '["",5]' },
    { ...rsc, 'next-router-segment-prefetch': '/%ff' },
    { ...rsc, 'next-url': '//evil.example' },
  ]) {
    const first = await new FormBrowser().send('/sign-in', { headers })
    const location = first.headers.get('location')
    const answer = location ? await new FormBrowser().send(location, { headers }) : first
    expect(answer.status, JSON.stringify(headers)).toBeLessThan(500)
    await answer.text()
  }
  expect(log.since().filter((line) => /"level":50/.test(line))).toEqual([])
})

test('internal headers of the framework are logged by name and have no effect', async () => {
  const log = portalLines()
  const headers = {
    'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy',
    'x-middleware-rewrite': '/admin/employees',
    'x-matched-path': '/admin/employees',
  }
  const answer = await new FormBrowser().send('/sign-in', { headers })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-security-policy')).toContain('nonce-')
  const line = log.since().find((each) => each.includes('"event":"internal-header"'))
  expect(JSON.parse(line ?? '{}')).toMatchObject({ level: 40, headers: Object.keys(headers) })
})

test.each(['/_global-error', '/_not-found', '/_error'])('%s is kept by no cache', async (path) => {
  const answer = await new FormBrowser().send(path)
  expect(answer.headers.get('cache-control')).toMatch(/no-store/)
  expect(answer.headers.get('cache-control')).not.toMatch(/s-maxage|public/)
})
