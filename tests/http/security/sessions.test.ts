import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { makeLink } from '@/lib/mail-links/make-link'
import type { Employee } from '@/prisma/client/client'
import { approve, arriveWithSession, typePassword } from '../../e2e/arrive'
import { hire, hireRegistered } from '../../e2e/people'
import { phoneOf } from '../../e2e/phone'
import { makeFirm, passphrase } from '../../factories'
import { FormBrowser } from '../../form-browser'
import { secretOf } from '../../passwords/people'

/** The same cookies at the other process. */
function atSecondPortal(browser: FormBrowser): FormBrowser {
  const other = new FormBrowser({ at: process.env.SECOND_PORTAL_URL })
  for (const [name, value] of browser.cookies) other.cookies.set(name, value)
  return other
}

async function expectSignedOut(browser: FormBrowser) {
  for (const portal of [browser, atSecondPortal(browser)]) {
    expect((await portal.get('/account/security')).location?.split('?')[0]).toBe('/sign-in')
  }
}

async function expectSignedIn(browser: FormBrowser) {
  for (const portal of [browser, atSecondPortal(browser)]) {
    expect((await portal.get('/account/security')).title).toMatch(/^Account security/)
  }
}

test('the sign-in cookies are host-only, HttpOnly, small, and end with the browser', async () => {
  const person = await hireRegistered(await makeFirm({ requiresSecondFactor: true }))
  const browser = new FormBrowser()
  const halfway = await typePassword(browser, person.email)
  const pending = browser.cookies.get('__Host-pending')
  expect(browser.cookies.has('__Host-session')).toBe(false)
  const done = await approve(browser, person)
  expect(browser.cookies.has('__Host-pending')).toBe(false)
  expect(browser.cookies.get('__Host-session')).not.toBe(pending)

  const lines = [...halfway.headers.getSetCookie(), ...done.headers.getSetCookie()].filter((line) =>
    /^__Host-(session|pending)=[^;]/.test(line),
  )
  expect(lines.length).toBeGreaterThanOrEqual(2)
  for (const line of lines) {
    expect(line).toMatch(/; Path=\/(;|$)/i)
    for (const word of [/; Secure/i, /; HttpOnly/i, /; SameSite=lax/i]) expect(line).toMatch(word)
    expect(line).not.toMatch(/; (Domain|Expires|Max-Age)=/i)
    expect(line.length).toBeLessThan(1000)
  }
})

test('a sign-in that began at one process is finished at the other', async () => {
  const person = await hireRegistered(await makeFirm({ requiresSecondFactor: true }))
  const browser = new FormBrowser()
  await typePassword(browser, person.email)
  const other = atSecondPortal(browser)
  expect((await approve(other, person)).location).toBe('/')
  await expectSignedIn(other)
  expect((await browser.get('/sign-in/second-step')).location).toBe('/sign-in?ended=1')
})

test('a copied pending cookie is refused by pages, actions and the event stream', async () => {
  const person = await hireRegistered(await makeFirm({ requiresSecondFactor: true }))
  const owner = new FormBrowser()
  await typePassword(owner, person.email)
  const page = await owner.get('/sign-in/second-step')
  const thief = new FormBrowser()
  thief.cookies.set('__Host-pending', owner.cookies.get('__Host-pending') ?? '')

  for (const path of [
    '/sign-in/second-step',
    '/lost-phone',
    '/lost-phone/request',
    '/sign-in/add-method',
    '/new-phone',
  ])
    expect((await thief.get(path)).location, path).toBe('/sign-in?ended=1')
  expect((await thief.get('/sign-in/second-step/events')).status).toBe(404)
  const typed = await thief.press(page, 'Sign In', { token: '0000000' })
  expect(typed.location).toBe('/sign-in?ended=1')
  expect(thief.cookies.has('__Host-session')).toBe(false)
  expect(await db.auditEvent.count({ where: { actorId: person.id, action: 'sign-in.copied' } })).toBe(1)

  expect((await approve(owner, person)).location).toBe('/')
})

test('a number is confirmed only in the browser that gave the password', async () => {
  const person = await hireRegistered(await makeFirm())
  const link = secretOf((await makeLink(db, person.id, 'confirm_number')).url)
  const owner = new FormBrowser()
  const started = await owner.press(await owner.get(`/confirm-number/${link}`), 'Continue', {
    password: passphrase,
  })
  const page = await owner.get(started.location ?? '')
  const thief = new FormBrowser()
  thief.cookies.set('__Host-pending', owner.cookies.get('__Host-pending') ?? '')

  expect((await thief.get(`/confirm-number/${link}`)).text).toContain('Enter your password')
  await thief.press(page, 'Text me a token')
  expect(await phoneOf(person).messages()).toEqual([])
  const token = await phoneOf(person).appToken()
  await thief.press(page, 'Confirm number', { token })
  expect(await provenAtOf(person)).toBeNull()
  await owner.press(page, 'Confirm number', { token })
  expect(await provenAtOf(person)).not.toBeNull()
})

test('a session of yesterday confirms a new email address only with a step-up', async () => {
  const person = await hireRegistered(await makeFirm({ requiresSecondFactor: true }))
  const pendingEmail = `new-${person.email}`
  await db.employee.update({ where: { id: person.id }, data: { pendingEmail } })
  const path = `/confirm-email/${secretOf((await makeLink(db, person.id, 'confirm_email')).url)}`
  const browser = await arriveWithSession(person, { provenMinutesAgo: 30 })
  const copied = browser.cookies.get('__Host-session') ?? ''
  const emailOf = async () => (await db.employee.findUniqueOrThrow({ where: { id: person.id } })).email

  const asked = await browser.press(await browser.get(path), 'Confirm email address')
  expect(asked.text).toContain('Nothing was changed yet')
  expect(await emailOf()).toBe(person.email)
  const proof = { proofPassword: passphrase, proofToken: await phoneOf(person).appToken() }
  const done = await browser.press(asked, 'Confirm email address', proof)
  expect(done.location).toMatch(/^\/account\/security/)
  expect(await emailOf()).toBe(pendingEmail)
  const thief = new FormBrowser()
  thief.cookies.set('__Host-session', copied)
  await expectSignedOut(thief)
})

test('a form of an older sign-in in another tab says so and counts for nobody', async () => {
  const firm = await makeFirm({ requiresSecondFactor: true })
  const [ann, bob] = [await hireRegistered(firm), await hireRegistered(firm)]
  const browser = new FormBrowser()
  await typePassword(browser, ann.email)
  const older = await browser.get('/sign-in/second-step')
  await typePassword(browser, bob.email)

  const typed = await browser.press(older, 'Sign In', { token: '0000000' })
  expect(typed.location).toBe('/sign-in/second-step?other=1')
  expect((await browser.get('/sign-in/second-step?other=1')).text).toContain(`now signing in as ${bob.email}`)
  const wrong = { id: { in: [ann.id, bob.id] }, wrongTokensInRow: { gt: 0 } }
  expect(await db.employee.count({ where: wrong })).toBe(0)
})

test('the tab that loses the race for a sign-in continues to the portal', async () => {
  const person = await hireRegistered(await makeFirm({ requiresSecondFactor: true }))
  const browser = new FormBrowser()
  await typePassword(browser, person.email)
  const other = await browser.get('/sign-in/second-step')
  await approve(browser, person)
  const late = await browser.press(other, 'Sign In', { token: '0000000' })
  expect(late.location).toBe('/sign-in?ended=1')
  expect((await browser.get('/sign-in?ended=1')).location).toBe('/')
})

test('blocked cookies are named before the password is checked', async () => {
  const person = await hire(await makeFirm())
  const browser = new FormBrowser()
  const page = await browser.get('/sign-in')
  browser.cookies.clear()
  const answer = await browser.press(page, 'Sign In', { email: person.email, password: passphrase })
  expect(answer.text).toContain('Your browser blocks cookies for this site')
  expect(await db.session.count({ where: { employeeId: person.id } })).toBe(0)
  browser.cookies.clear()
  expect((await browser.get('/sign-in?ended=1')).text).toContain('or your browser blocks cookies')
})

test('signing out makes the cookie useless at once in both processes', async () => {
  const browser = await arriveWithSession(await hire(await makeFirm()))
  const copy = new FormBrowser()
  for (const [name, value] of browser.cookies) copy.cookies.set(name, value)
  await expectSignedIn(copy)
  const answer = await browser.press(await browser.get('/'), 'Sign out')
  expect(answer.location).toBe('/sign-in')
  expect(browser.cookies.has('__Host-session')).toBe(false)
  const { headers } = await browser.get('/sign-in')
  expect(headers.get('clear-site-data')).toMatch(/"cache", "storage"/)
  await expectSignedOut(copy)
})

test('a prefetch does not keep a session awake, and a page does', async () => {
  const tech = await hire(await makeFirm())
  const browser = await arriveWithSession(tech)
  await setLastSeen(tech, 50)
  await browser.get('/account/security', { headers: { 'sec-purpose': 'prefetch' } })
  expect(await minutesSinceSeen(tech)).toBeGreaterThan(49)
  await browser.get('/account/security')
  expect(await minutesSinceSeen(tech)).toBeLessThan(1)
})

test('a session is made for 24 hours at most', async () => {
  const person = await hire(await makeFirm())
  await typePassword(new FormBrowser(), person.email)
  const [session] = await db.$queryRaw<Array<{ hours: number }>>`
    select extract(epoch from expires_at - now())::float8 / 3600 as hours from session
    where employee_id = ${person.id}::uuid`
  expect(session?.hours).toBeGreaterThan(1)
  expect(session?.hours).toBeLessThanOrEqual(24)
})

test('a session cookie that is empty, made up or long is no session and no error', async () => {
  for (const cookie of ['', 'Fe26.2*1*abc*def*ghi*jkl*mno', 'x'.repeat(4000)]) {
    const browser = new FormBrowser()
    browser.cookies.set('__Host-session', cookie).set('__Host-pending', cookie)
    expect((await browser.get('/')).location, cookie).toMatch(/^\/sign-in/)
    expect((await browser.get('/sign-in/second-step')).location, cookie).toMatch(/^\/sign-in/)
  }
})

async function provenAtOf({ id }: Employee): Promise<Date | null> {
  return (await db.employee.findUniqueOrThrow({ where: { id } })).numberProvenAt
}

function setLastSeen({ id }: Employee, minutesAgo: number) {
  return db.$executeRaw`
    update session set last_seen_at = now() - make_interval(mins => ${minutesAgo}) where employee_id = ${id}::uuid`
}

async function minutesSinceSeen({ id }: Employee): Promise<number> {
  const [seen] = await db.$queryRaw<Array<{ minutes: number }>>`
    select extract(epoch from now() - last_seen_at)::float8 / 60 as minutes from session where employee_id = ${id}::uuid`
  return seen?.minutes ?? -1
}
