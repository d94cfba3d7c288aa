import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { typePassword, until } from '../../e2e/arrive'
import { hireRegistered } from '../../e2e/people'
import { phoneOf } from '../../e2e/phone'
import { makeFirm } from '../../factories'
import { type Answer, FormBrowser } from '../../form-browser'

type Fault = { name: string; fault: string }

const broken: Fault[] = [
  { name: 'hangs for 30 seconds', fault: 'hang' },
  { name: 'answers 500', fault: '500' },
  { name: 'answers HTML', fault: 'html' },
  { name: 'answers nothing', fault: 'empty' },
  { name: 'cuts the line', fault: 'reset' },
  { name: 'says success "false"', fault: 'success-false' },
]

/** Somebody of a firm with the rule on, whose phone the vendor treats badly on these routes. */
async function meet(faults: Record<string, string>) {
  const person = await hireRegistered(await makeFirm({ requiresSecondFactor: true }))
  const phone = phoneOf(person)
  for (const [route, fault] of Object.entries(faults)) await phone.fault(route, fault)
  const browser = new FormBrowser()
  return { person, phone, browser }
}

/** Long before the vendor that hangs for 30 seconds. */
async function quickly(ask: () => Promise<Answer>): Promise<Answer> {
  const before = performance.now()
  const answer = await ask()
  expect(performance.now() - before).toBeLessThan(25_000)
  return answer
}

async function expectNobodyIn({ person, browser }: Awaited<ReturnType<typeof meet>>) {
  expect(browser.cookies.has('__Host-session')).toBe(false)
  expect(await db.session.count({ where: { employeeId: person.id } })).toBe(0)
}

for (const { name, fault } of broken) {
  test(`a vendor that ${name} when a token is checked lets nobody in`, async () => {
    const met = await meet({ verify: fault })
    const { browser, person, phone } = met
    await typePassword(browser, person.email)
    const token = await phone.appToken()
    const page = await browser.get('/sign-in/second-step')
    const answer = await quickly(() => browser.press(page, 'Sign In', { token }))

    expect(answer.status).toBe(200)
    expect(answer.text).toMatch(/token is wrong|couldn't check/)
    expect(answer.text).toContain('Text me a token')
    expect(answer.text).toMatch(
      /Approve the OneTouch alert|Send another OneTouch alert|didn't send a OneTouch alert/,
    )
    await expectNobodyIn(met)
  })

  test(`a vendor that ${name} when a text is sent leaves token field and push usable`, async () => {
    const met = await meet({ sms: fault })
    const { browser, person } = met
    await typePassword(browser, person.email)
    const answer = await quickly(async () =>
      browser.press(await browser.get('/sign-in/second-step'), 'Text me a token'),
    )
    // Where the one vendor surely sent nothing, the other one does.
    expect(answer.text).toMatch(/couldn't send a text|may be on its way|Token sent/)
    expect(answer.text).toContain('Token or Security Key')
    await expectNobodyIn(met)
  })

  test(`a vendor that ${name} when a push is sent leaves token field and text usable`, async () => {
    const met = await meet({ push: fault })
    const { browser, person } = met
    const answer = await quickly(() => typePassword(browser, person.email))
    expect(answer.location).toBe('/sign-in/second-step')
    const page = await until(async () => {
      const look = await quickly(() => browser.get('/sign-in/second-step'))
      return /didn't reach your phone/.test(look.text) && look
    })
    expect(page.text).toContain('Token or Security Key')
    expect(page.text).toContain('Text me a token')
    expect(page.text).toContain('Send another OneTouch alert')
    await expectNobodyIn(met)
  })
}

for (const fault of ['hang', '500', 'html', 'success-false', 'other-person', 'other-uuid', 'caps-status']) {
  test(`an approval that the vendor reports with "${fault}" lets nobody in`, async () => {
    const met = await meet({ 'push-status': fault })
    const { browser, person, phone } = met
    await typePassword(browser, person.email)
    await phone.answer('approve')
    // The waiting page asks too: a callback that is faster than the portal learns of its own request changes nothing.
    await until(async () => {
      await browser.get('/sign-in/second-step')
      return (await phone.requests('push-status')).length > 0
    })

    const page = await quickly(() => browser.get('/sign-in/second-step'))
    expect(page.text).not.toContain('Approved on your phone')
    expect(page.text).toContain('Token or Security Key')
    expect(page.text).toContain('Text me a token')
    await expectNobodyIn(met)
  })
}

test('a token that the vendor calls valid in words only lets nobody in', async () => {
  const met = await meet({ verify: 'valid-text' })
  const { browser, person } = met
  await typePassword(browser, person.email)
  await browser.press(await browser.get('/sign-in/second-step'), 'Sign In', { token: '1234567' })
  await expectNobodyIn(met)
})

test('after the vendor has recovered the same sign-in succeeds', async () => {
  const { browser, person, phone } = await meet({ verify: '500' })
  await typePassword(browser, person.email)
  const token = await phone.appToken()
  await browser.press(await browser.get('/sign-in/second-step'), 'Sign In', { token })
  await phone.clearFaults()
  const answer = await browser.press(await browser.get('/sign-in/second-step'), 'Sign In', { token })
  expect(answer.location).toBe('/')
})
