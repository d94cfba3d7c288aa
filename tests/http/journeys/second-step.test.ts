import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { typePassword, until } from '../../e2e/arrive'
import { giveCodes, hire, hireRegistered } from '../../e2e/people'
import { phoneOf } from '../../e2e/phone'
import { makeFirm, passphrase } from '../../factories'
import { type Answer, FormBrowser } from '../../form-browser'
import { makeApp, tokenOf } from '../../sign-in-methods/totp/apps'

const secondStep = '/sign-in/second-step'

/** Somebody of a firm with the rule on, after the password. */
async function meet(wishes: Parameters<typeof makeFirm>[0] = {}) {
  const firm = await makeFirm({ requiresSecondFactor: true, ...wishes })
  const tech = await hireRegistered(firm)
  const browser = new FormBrowser()
  await typePassword(browser, tech.email)
  return { firm, tech, browser, phone: phoneOf(tech) }
}

type Met = Awaited<ReturnType<typeof meet>>

async function typeToken(browser: FormBrowser, token: string, path = secondStep): Promise<Answer> {
  return browser.press(await browser.get(path), 'Sign In', { token }, { follow: true })
}

async function textedToken({ browser, phone }: Pick<Met, 'browser' | 'phone'>): Promise<string> {
  const answer = await browser.press(await browser.get(secondStep), 'Text me a token')
  expect(answer.text).toContain("Token sent. It's valid for 10 minutes")
  return (await phone.messages()).find(({ code }) => code !== '')?.code ?? ''
}

test('a token from the app signs in, once', async () => {
  const { browser, tech, phone } = await meet()
  const token = await phone.appToken()
  expect((await typeToken(browser, token)).text).toContain(`Hello, ${tech.name}`)

  const another = new FormBrowser()
  await typePassword(another, tech.email)
  expect((await typeToken(another, token)).text).toContain("You've already used that token")
})

test('an alert that expired leaves both methods available', async () => {
  const met = await meet()
  const { browser, tech, phone } = met
  await until(async () => (await phone.pushes()).length > 0)
  await until(() => db.push.findFirst({ where: { employeeId: tech.id, status: 'pending' } }))
  const over = { createdAt: new Date(Date.now() - 130_000), expiresAt: new Date(Date.now() - 10_000) }
  await db.push.updateMany({ where: { employeeId: tech.id }, data: over })

  const page = await browser.get(secondStep)
  expect(page.text).toContain('The OneTouch alert expired')
  expect(page.text).toContain('Send another OneTouch alert')
  expect((await typeToken(browser, await textedToken(met))).text).toContain(`Hello, ${tech.name}`)
})

test('a text that Authy ignores is not called sent', async () => {
  const { browser, phone } = await meet()
  await phone.fault('sms', 'ignored')
  const answer = await browser.press(await browser.get(secondStep), 'Text me a token')
  expect(answer.text).toContain("Authy didn't send a text because you have its app.")
  expect(await phone.messages()).toEqual([])
})

test('starting again discards the pending sign-in', async () => {
  const { browser } = await meet()
  const page = await browser.press(await browser.get(secondStep), 'Start again', {}, { follow: true })
  expect(page.title).toContain('Sign in')
  expect((await browser.get(secondStep, { follow: true })).text).toContain('Your sign-in expired.')
})

test('a person without a phone is shown the other methods and the admins by name', async () => {
  const { browser, firm } = await meet()
  const page = await browser.get('/lost-phone')
  expect(page.text).toContain("Can't use your phone?")
  expect(page.text).toContain(firm.admin.name)
})

test('after three alerts the page says when the next one can be sent', async () => {
  const { tech, phone } = await meet()
  const signInAgain = async () => {
    const browser = new FormBrowser()
    await typePassword(browser, tech.email)
    return browser
  }
  const [, , fourth] = [await signInAgain(), await signInAgain(), await signInAgain()]
  const page = await fourth.get(secondStep)
  expect(page.text).toMatch(/We sent 3 OneTouch alerts without a sign-in.*in \d+ minutes/)
  expect(page.text).not.toContain('Send a OneTouch alert')
  expect(await phone.pushes()).toHaveLength(3)
})

test('where the firm asks for the password only, it opens the page that was wanted', async () => {
  const tech = await hire(await makeFirm())
  const browser = new FormBrowser()
  const fields = { email: tech.email, password: passphrase }
  const answer = await browser.press(await browser.get('/sign-in?next=/account/security'), 'Sign In', fields)
  expect(answer.location).toBe('/account/security')
})

test('one field takes the token of an own app, a text and a recovery code', async () => {
  const met = await meet()
  const { tech } = met
  const app = await makeApp(tech)
  const [code = ''] = await giveCodes(tech)
  const tokens = [() => tokenOf(app), (browser: FormBrowser) => textedToken({ ...met, browser }), () => code]
  for (const token of tokens) {
    const browser = new FormBrowser()
    await typePassword(browser, tech.email)
    expect((await typeToken(browser, await token(browser))).text).toContain(`Hello, ${tech.name}`)
  }
})

test('a recovery code is typed in any form, works once, and leaves the list', async () => {
  const { browser, tech } = await meet()
  const [code = ''] = await giveCodes(tech)
  const forCode = `${secondStep}?code=1`
  expect((await browser.get(secondStep)).body).toContain(forCode)
  expect((await browser.get(forCode)).body).toMatch(/<input[^>]*inputmode="text"/i)
  const shouted = code.toUpperCase().replaceAll('-', ' ')
  expect((await typeToken(browser, shouted, forCode)).text).toContain(`Hello, ${tech.name}`)

  const another = new FormBrowser()
  await typePassword(another, tech.email)
  expect((await another.get(forCode)).text).toContain('You have 9 left.')
  expect((await typeToken(another, code, forCode)).text).toContain("You've already used that recovery code")
})

test('a method that the firm does not allow is not offered', async () => {
  const { browser, firm, tech, phone } = await meet()
  const allow = (data: Parameters<typeof db.firm.update>[0]['data']) =>
    db.firm.update({ where: { id: firm.id }, data })
  await allow({ minimumTech: 'strong' })
  expect((await browser.get(secondStep)).text).not.toContain('Text me a token')
  await allow({ allowsPush: false, allowsApp: true })
  expect((await browser.get(secondStep)).text).not.toMatch(/Send a(nother)? OneTouch alert/)
  expect((await typeToken(browser, await phone.appToken())).text).toContain(`Hello, ${tech.name}`)
})
