import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { hire } from '../../e2e/people'
import { makeFirm, passphrase } from '../../factories'
import { FormBrowser } from '../../form-browser'
import { builtActions } from '../access/built-actions'

const own = () => process.env.PORTAL_URL ?? ''

/** What a form on somebody else's page, or something that is no browser, may send as Origin. */
const foreign: Array<[name: string, origin: () => string | null]> = [
  ['no Origin', () => null],
  ['the Origin "null"', () => 'null'],
  ['another host', () => 'https://evil.example'],
  ['a host that begins like ours', () => `${own()}.evil.example`],
  ['our host at another port', () => own().replace(/:\d+$/, ':1')],
  ['our host with another scheme', () => own().replace('http:', 'https:')],
  ['our origin with a path', () => `${own()}/`],
]

for (const [name, origin] of foreign) {
  test(`a right password posted with ${name} signs nobody in`, async () => {
    const person = await hire(await makeFirm())
    const browser = new FormBrowser()
    const page = await browser.get('/sign-in')
    const fields = { email: person.email, password: passphrase }
    const answer = await browser.press(page, 'Sign In', fields, { origin: origin() })

    expect(answer.status).toBe(403)
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(await db.session.count({ where: { employeeId: person.id } })).toBe(0)
    expect(await db.pendingSignIn.count({ where: { employeeId: person.id } })).toBe(0)
  })
}

test('a forged host beside a forged Origin does not help', async () => {
  const person = await hire(await makeFirm())
  const browser = new FormBrowser()
  const page = await browser.get('/sign-in')
  const answer = await browser.press(
    page,
    'Sign In',
    { email: person.email, password: passphrase },
    { origin: 'https://evil.example', headers: { 'x-forwarded-host': 'evil.example' } },
  )
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(await db.session.count({ where: { employeeId: person.id } })).toBe(0)
})

test('every action of the build answers the portal, and refuses a call without Origin', async () => {
  const actions = builtActions().filter(({ filename }) => !filename.startsWith('app/dev/'))
  expect(actions.length).toBeGreaterThan(20)
  for (const { id, exportedName } of actions) {
    const call = (headers: Record<string, string>) =>
      new FormBrowser().send('/sign-in', {
        method: 'POST',
        headers: { 'next-action': id, accept: 'text/x-component', ...headers },
        body: emptyForms(),
      })
    const heard = await call({ origin: own() })
    expect.soft(await heard.text(), exportedName).not.toMatch(failed)

    const answer = await call({})
    expect.soft(answer.status, exportedName).toBe(403)
    expect.soft(answer.headers.get('x-action-redirect'), exportedName).toBeNull()
    expect.soft(answer.headers.getSetCookie(), exportedName).toEqual([])
    await answer.text()
  }
})

/** An error, as React writes it. */
const failed = /^\d+:E\{/m

/** As a script sends an empty form: in the place of the state too, for the actions that take no state. */
function emptyForms(): FormData {
  const body = new FormData()
  body.append('0', JSON.stringify(['$K1', '$K1']))
  return body
}
