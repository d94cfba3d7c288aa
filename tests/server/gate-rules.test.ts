import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Asked, gateAnswer, methodsOf } from '@/lib/server/gate-rules'
import { root } from '@/scripts/settings'

const portalUrl = 'https://portal.example'
const page: Asked = { method: 'GET', target: '/', host: 'portal.example', origin: undefined, bytes: 0 }
const answerTo = (asked: Partial<Asked>) => gateAnswer({ ...page, ...asked }, portalUrl)

test.each([
  'http://evil.example/',
  'https://evil.example//x',
  'evil.example:443',
  '*',
  'ftp://portal.example/',
  '',
])('the request line %s is refused', (target) => {
  expect(answerTo({ target })).toEqual({ kind: 'refuse', refusal: 'foreign-address' })
})

test('a whole address of the portal is read as its path', () => {
  expect(answerTo({ target: 'https://portal.example/help?a=b' })).toEqual({
    kind: 'admit',
    target: '/help?a=b',
  })
})

test.each(['/set-password/abc%ff', '/%', '/%E0%A4', '/a%00b', '/sign-in?next=%00'])(
  'the address %s is refused',
  (target) => {
    expect(answerTo({ target })).toEqual({ kind: 'refuse', refusal: 'unreadable-address' })
  },
)

test('another host leads to the portal, never elsewhere', () => {
  for (const host of ['10.0.0.7', 'portal.example.evil.example', 'portal.example:8443', 'a b', undefined])
    expect(answerTo({ host, target: '//evil.example/x?y' })).toEqual({
      kind: 'redirect',
      location: 'https://portal.example/evil.example/x?y',
    })
})

test.each(['portal.example', 'PORTAL.example', 'portal.example:443', 'portal.example, 10.0.0.7'])(
  'the host %s is the portal',
  (host) => {
    expect(answerTo({ host })).toMatchObject({ kind: 'admit' })
  },
)

test('a form at another host is refused, and vendors and balancers may use any', () => {
  expect(answerTo({ method: 'POST', host: 'other.example' })).toMatchObject({ refusal: 'foreign-address' })
  for (const target of ['/health', '/ready'])
    expect(answerTo({ target, host: '10.0.0.7' }).kind).toBe('admit')
  const callback = { method: 'POST', target: '/api/authy/callback', host: '10.0.0.7' }
  expect(answerTo(callback).kind).toBe('admit')
})

test.each([undefined, 'null', 'https://evil.example', 'http://portal.example', 'https://portal.example/'])(
  'a form with the origin %s is refused',
  (origin) => {
    expect(answerTo({ method: 'POST', origin })).toEqual({ kind: 'refuse', refusal: 'foreign-form' })
  },
)

test('a form of up to 64 kilobytes is read', () => {
  const form = { method: 'POST', origin: portalUrl }
  expect(answerTo({ ...form, bytes: 65_536 }).kind).toBe('admit')
  expect(answerTo({ ...form, bytes: 65_537 })).toMatchObject({ refusal: 'too-large' })
})

test('each route takes the methods that its file exports', () => {
  const files = readdirSync(join(root, 'app'), { recursive: true, encoding: 'utf8' })
  const routes = files.filter((file) => file.endsWith('route.ts'))
  expect(routes.length).toBeGreaterThan(5)
  for (const file of routes) {
    const source = readFileSync(join(root, 'app', file), 'utf8')
    const exported = [...source.matchAll(/export (?:async )?function ([A-Z]+)/g)].map(([, name]) => name)
    const path = file
      .split('/')
      .slice(0, -1)
      .filter((folder) => !folder.startsWith('('))
    expect(
      methodsOf(`/${path.join('/')}`).filter((method) => method !== 'HEAD'),
      file,
    ).toEqual(exported)
  }
})

test.each(['PUT', 'DELETE', 'PATCH', 'PROPFIND', 'OPTIONS', 'TRACE'])('no page takes %s', (method) => {
  expect(answerTo({ method })).toEqual({ kind: 'refuse', refusal: 'method', allow: 'GET, HEAD, POST' })
})
