import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { newSecretId } from '@/lib/secrets/secret-id'
import { arriveWithSession } from '../../e2e/arrive'
import { hire } from '../../e2e/people'
import { makeFirm } from '../../factories'
import { type Answer, FormBrowser } from '../../form-browser'

async function admin() {
  return arriveWithSession(await hire(await makeFirm(), { role: 'admin' }))
}

const rsc = { rsc: '1', accept: 'text/x-component' }

/** One answer of each kind. */
const answers: Record<string, () => Promise<Response>> = {
  'a page for everybody': () => new FormBrowser().send('/sign-in'),
  'a page behind the sign-in': async () => (await admin()).send('/admin/employees'),
  'the data of a page': async () => (await admin()).send('/admin/employees?_rsc', { headers: rsc }),
  'a redirect': () => new FormBrowser().send('/admin/employees'),
  'the answer to a form': async () => postVote(await admin()),
  'what is not there': () => new FormBrowser().send('/no-such-page'),
  'what is not there for this person': async () =>
    (await arriveWithSession(await hire(await makeFirm()))).send('/admin/employees'),
  'a form from elsewhere': async () => postVote(await admin(), 'https://evil.example'),
  'an error': crash,
  'a route of the vendor': () =>
    new FormBrowser().send('/api/authy/callback', { method: 'POST', body: '{}' }),
  'the state of a sign-in': () => new FormBrowser().send('/sign-in/second-step/events'),
  health: () => new FormBrowser().send('/health'),
}

/** A notification that nothing can show makes its page fail. */
async function crash(): Promise<Response> {
  const person = await hire(await makeFirm())
  const content = { kind: 'unreadable' }
  await db.notification.create({ data: { employeeId: person.id, content, notMeHash: newSecretId() } })
  return (await arriveWithSession(person)).send('/account/notifications')
}

async function postVote(browser: FormBrowser, origin = process.env.PORTAL_URL ?? ''): Promise<Response> {
  const article = '/help/two-factor-authentication'
  const page = await browser.get(article)
  const body = new FormData()
  for (const [name, value] of page.forms.find((form) => form.names.has('article'))?.entries ?? [])
    body.append(name, value)
  body.append('helpful', 'yes')
  return browser.send(article, { method: 'POST', body, headers: { origin } })
}

for (const [name, ask] of Object.entries(answers)) {
  test(`the headers of ${name}`, async () => {
    const { headers } = await ask()
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'/)
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*|https?:/)
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('server')).toBeNull()
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })
}

for (const name of ['a page behind the sign-in', 'the data of a page']) {
  test(`${name} is kept by nobody`, async () => {
    const answer = await answers[name]?.()
    expect(answer?.headers.get('cache-control')).toMatch(/private/)
    expect(answer?.headers.get('cache-control')).toMatch(/no-store/)
  })
}

test('the answer to a form is kept by nobody', async () => {
  const { headers } = await postVote(await admin())
  expect(headers.get('cache-control')).toMatch(/no-store/)
})

test('a page runs only scripts with its own nonce, which is another one each time', async () => {
  const browser = await admin()
  const pages = [await browser.get('/admin/employees'), await browser.get('/admin/employees')]
  const [one = '', other] = pages.map(nonceOf)
  expect(one.length).toBeGreaterThan(20)
  expect(one).not.toBe(other)

  const scripts = pages[0]?.body.match(/<script\b[^>]*>/g) ?? []
  expect(scripts.length).toBeGreaterThan(3)
  expect(scripts.filter((tag) => !tag.includes(`nonce="${one}"`))).toEqual([])
  expect(pages[0]?.body).not.toMatch(/\son[a-z]+="|javascript:/)
})

function nonceOf({ headers }: Answer) {
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toMatch(/object-src 'none'.*base-uri 'none'.*form-action 'self'/)
  return /script-src 'self' 'nonce-([^']+)' 'strict-dynamic'(;|$)/.exec(policy)?.[1] ?? ''
}

test('the scripts come without their sources', async () => {
  const browser = new FormBrowser()
  const page = await browser.get('/sign-in')
  const scripts = [...page.body.matchAll(/<script[^>]* src="(\/_next\/[^"]+\.js)/g)].map(
    (found) => found[1] ?? '',
  )
  expect(scripts.length).toBeGreaterThan(2)
  for (const script of scripts) {
    expect(await (await browser.send(script)).text()).not.toContain('sourceMappingURL')
    expect((await browser.send(`${script}.map`)).status).toBe(404)
  }
})

test('an error contains nothing but its reference', async () => {
  const answer = await crash()
  const body = await answer.text()
  expect(body).toMatch(/E\{\\?"digest/)
  expect(body).not.toMatch(/unreadable|node_modules|\.next\/|\.ts\b|\bat \w+ \(/)
})

for (const path of [
  '/.git/config',
  '/.env',
  '/package.json',
  '/server.js',
  '/prisma/schema.prisma',
  '/docs/roles.md',
]) {
  test(`${path} is not served`, async () => {
    expect((await new FormBrowser().send(path)).status).toBe(404)
  })
}

test('pictures of other hosts are not fetched for anybody', async () => {
  const answer = await new FormBrowser().send('/_next/image?url=https%3A%2F%2Fevil.example%2Fa.png&w=64&q=75')
  expect(answer.status).toBeGreaterThanOrEqual(400)
})

for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS']) {
  test(`${method} opens nothing to other origins`, async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' }
    const answer = await (await admin()).send('/admin/employees', { method, headers })
    const granted = [...answer.headers.keys()].filter((header) => header.startsWith('access-control-'))
    expect(granted).toEqual([])
  })
}

test('the sign-in page loads at most 140 kB of script', async () => {
  const browser = new FormBrowser()
  const { body } = await browser.get('/sign-in')
  const scripts = new Set(
    [...body.matchAll(/"(\/_next\/static\/[^"\\]+\.js)"(?! noModule)/g)].map(([, path = '']) => path),
  )
  let bytes = 0
  for (const script of scripts) bytes += gzipSync(await (await browser.send(script)).bytes()).length
  expect(scripts.size).toBeGreaterThan(5)
  expect(bytes).toBeLessThanOrEqual(140_000)
})
