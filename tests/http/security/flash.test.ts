import { expect, test } from 'vitest'
import { flashCookieName } from '@/lib/session/flash-cookie'
import { arriveWithSession } from '../../e2e/arrive'
import { hire } from '../../e2e/people'
import { makeFirm } from '../../factories'
import { actionId } from '../access/built-actions'
import { formCall } from '../access/form-call'

const endOthers = 'End all other sessions'
const ended = 'All other sessions ended.'

async function arriveAtSecurity() {
  const person = await hire(await makeFirm(), { role: 'admin' })
  await arriveWithSession(person)
  const browser = await arriveWithSession(person)
  return { browser, person, page: await browser.get('/account/security') }
}

test('a message without script is shown once, on the page that the action redirects to', async () => {
  const { browser, page } = await arriveAtSecurity()
  const answer = await browser.press(page, endOthers)
  expect(answer.location).toBe('/account/security')

  expect((await browser.get('/')).text).not.toContain(ended)
  expect((await browser.get('/admin/requests')).text).not.toContain(ended)
  const first = await browser.get('/account/security')
  expect(first.text).toContain(ended)
  expect((await browser.get('/account/security')).text).not.toContain(ended)
})

test('a message for a script is in its answer and never stored', async () => {
  const { browser, page } = await arriveAtSecurity()
  const answer = await browser.send(page.path, {
    method: 'POST',
    body: formCall([]),
    headers: {
      origin: process.env.PORTAL_URL ?? '',
      'next-action': actionId('endOtherSessionsAction'),
      accept: 'text/x-component',
    },
  })
  expect(await answer.text()).toContain(ended)
  expect(browser.cookies.has(flashCookieName)).toBe(false)
})

test('a prefetch leaves the message to the page', async () => {
  const { browser, page } = await arriveAtSecurity()
  await browser.press(page, endOthers)
  await browser.get('/account/security', { headers: { 'sec-purpose': 'prefetch' } })
  expect((await browser.get('/account/security')).text).toContain(ended)
})

test('the cookie of a message is HttpOnly, secure, and short-lived', async () => {
  const { browser, page } = await arriveAtSecurity()
  const { headers } = await browser.press(page, endOthers)
  const line = headers.getSetCookie().find((cookie) => cookie.startsWith(`${flashCookieName}=`)) ?? ''
  for (const word of [/; Path=\/(;|$)/i, /; Secure/i, /; HttpOnly/i, /; SameSite=lax/i, /; Max-Age=30/i])
    expect(line).toMatch(word)
})

test('an address typed by hand shows no message', async () => {
  const { browser, person } = await arriveAtSecurity()
  for (const [address, sentence] of [
    ['/account/security?done=others-ended', ended],
    [`/admin/employees?done=saved&who=${person.id}`, 'Saved changes'],
    ['/admin/employees?rule=off', 'Two-factor authentication is off'],
    ['/admin/requests?done=stopped', 'Request canceled'],
    ['/security-checkup?tried=1', 'It works'],
  ] as const)
    expect.soft((await browser.get(address)).text, address).not.toContain(sentence)
  browser.cookies.clear()
  for (const query of ['password-saved=1', 'signed-out=1'])
    expect.soft((await browser.get(`/sign-in?${query}`)).text).not.toMatch(/Password saved|signed out/)
})

test('a message of another page, an unknown one, and a made-up cookie show nothing', async () => {
  const { browser, page } = await arriveAtSecurity()
  const plain = page.text
  for (const left of [
    'path=%2Fadmin%2Femployees&key=others-ended',
    'path=%2Faccount%2Fsecurity&key=constructor',
    'path=%2Faccount%2Fsecurity&key=%3Cb%3E',
    '%ff%00',
  ]) {
    browser.cookies.set(flashCookieName, encodeURIComponent(left))
    expect.soft((await browser.get('/account/security')).text, left).toBe(plain)
  }
})
