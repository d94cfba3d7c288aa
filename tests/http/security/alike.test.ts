import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { typePassword } from '../../e2e/arrive'
import { hire } from '../../e2e/people'
import { makeFirm } from '../../factories'
import { type Answer, FormBrowser } from '../../form-browser'

/** Seen from addresses of the test's own, so that no other test's attempts count here. */
function stranger(address = somewhere()): FormBrowser {
  return new FormBrowser({ address })
}

function somewhere(): string {
  const part = () => Math.floor(Math.random() * 65_536).toString(16)
  return `2001:db8:${part()}:${part()}::1`
}

const unknown = () => `${crypto.randomUUID()}@nowhere.example`

const people: Record<string, () => Promise<string>> = {
  'an unknown address': async () => unknown(),
  'a wrong password': async () => (await hire(await makeFirm())).email,
  'a wrong password where a second step is asked': async () =>
    (await hire(await makeFirm({ requiresSecondFactor: true }))).email,
  'a disabled account': async () => (await hire(await makeFirm(), { active: false })).email,
  'an account without a password yet': async () => {
    const person = await hire(await makeFirm())
    await db.credential.delete({ where: { employeeId: person.id } })
    return person.email
  },
}

/** Wrong passwords until no more are compared. Returns where they came from. */
async function exhaust(email: string): Promise<string> {
  const address = somewhere()
  for (let attempt = 0; attempt < 11; attempt += 1) {
    await typePassword(stranger(address), email, 'a wrong password')
  }
  return address
}

/** What anybody sees of an answer, without what differs from one to the next: the address, the nonce, the state of the form. */
function seen({ status, headers, body, location }: Answer, email: string) {
  const names = [...headers].map(
    ([name, value]) => `${name}: ${/policy|cookie|date|etag|length/.test(name) ? '' : value}`,
  )
  const said = body
    .replaceAll(email, 'ADDRESS')
    .replace(/nonce="[^"]*"|[0-9a-f]{8}-[0-9a-f-]{27}|"b":"[^"]+"|<input type="hidden" name="\$[^>]*>/g, '')
    .replace(/<script[\s\S]*?<\/script>/g, '')
  return { status, location, headers: names.sort(), said }
}

async function tryPassword(email: string, browser = stranger()) {
  return seen(await typePassword(browser, email, 'not the right password'), email)
}

async function forget(email: string) {
  const browser = stranger()
  const page = await browser.get('/forgot-password')
  return seen(await browser.press(page, 'Email me a link', { email }), email)
}

for (const [name, email] of Object.entries(people)) {
  test(`signing in: ${name} is answered like an unknown address`, async () => {
    const reference = await tryPassword(unknown())
    expect(reference.said).toMatch(/don&#x27;t match/)
    expect(await tryPassword(await email())).toEqual(reference)
  })

  test(`a forgotten password: ${name} is answered like an unknown address`, async () => {
    const reference = await forget(unknown())
    expect(reference.said).toMatch(/we&#x27;ve emailed a link/)
    expect(await forget(await email())).toEqual(reference)
  })
}

test('after too many tries a right password is answered like an unknown address', async () => {
  const { email } = await hire(await makeFirm())
  const browser = stranger(await exhaust(email))
  expect(seen(await typePassword(browser, email), email)).toEqual(await tryPassword(unknown()))
  expect(browser.cookies.has('__Host-session')).toBe(false)
})

test('too many tries from one place do not lock the owner out in another', async () => {
  const { email } = await hire(await makeFirm())
  await exhaust(email)
  expect((await typePassword(stranger(), email)).location).toBe('/')
})

test('repeated requests for links get the same answer', async () => {
  const { email } = await hire(await makeFirm())
  const answers = []
  for (let attempt = 0; attempt < 8; attempt += 1) answers.push(await forget(email))
  expect(answers.at(-1)).toEqual(answers[0])
})
