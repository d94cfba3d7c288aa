import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import type { Employee } from '@/prisma/client/client'
import { approve, arriveHalfway, arriveWithSession, typePassword } from '../../e2e/arrive'
import { hire, hireRegistered } from '../../e2e/people'
import { makeFirm, passphrase } from '../../factories'
import { FormBrowser } from '../../form-browser'

/** The same cookies at the other process. */
function atSecondPortal(browser: FormBrowser): FormBrowser {
  const other = new FormBrowser({ at: process.env.SECOND_PORTAL_URL })
  for (const [name, value] of browser.cookies) other.cookies.set(name, value)
  return other
}

async function expectSignedOut(browser: FormBrowser, where = '/sign-in') {
  for (const portal of [browser, atSecondPortal(browser)]) {
    expect((await portal.get('/account/security')).location?.split('?')[0]).toBe(where)
  }
}

async function expectSignedIn(browser: FormBrowser) {
  for (const portal of [browser, atSecondPortal(browser)]) {
    expect((await portal.get('/account/security')).title).toMatch(/^Security/)
  }
}

/** An admin who has just proven both factors, and a tech of the same firm with a session. */
async function adminAndTech() {
  const firm = await makeFirm()
  const admin = await arriveWithSession(await hire(firm, { role: 'admin' }))
  const tech = await hire(firm)
  return { firm, admin, tech, browser: await arriveWithSession(tech) }
}

async function edit(admin: FormBrowser, employee: Employee, fields: Record<string, string | null>) {
  const page = await admin.get(`/admin/employees/${employee.id}/edit`)
  expect((await admin.press(page, 'Save Changes', fields)).location).toMatch(/done=saved/)
}

test('the cookies of a sign-in are for this host alone, hidden from scripts, small, and end with the browser', async () => {
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

test('the second step opens a session under a new id, and the pending cookie is worth nothing afterwards', async () => {
  const person = await hireRegistered(await makeFirm({ requiresSecondFactor: true }))
  const browser = new FormBrowser()
  await typePassword(browser, person.email)
  const pending = browser.cookies.get('__Host-pending') ?? ''
  await approve(browser, person)
  await expectSignedIn(browser)

  const old = new FormBrowser()
  old.cookies.set('__Host-pending', pending)
  expect((await old.get('/sign-in/second-step')).location).toMatch(/^\/sign-in\?/)
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

test('signing out makes the cookie useless at once in both processes', async () => {
  const { browser } = await adminAndTech()
  const copy = new FormBrowser()
  for (const [name, value] of browser.cookies) copy.cookies.set(name, value)
  await expectSignedIn(copy)
  const answer = await browser.press(await browser.get('/'), 'Sign out')
  expect(answer.location).toBe('/sign-in?signed-out=1')
  expect(browser.cookies.has('__Host-session')).toBe(false)
  const { headers } = await browser.get('/sign-in?signed-out=1')
  expect(headers.get('clear-site-data')).toMatch(/"cache", "storage"/)
  await expectSignedOut(copy)
})

test('deactivating somebody ends their sessions at their next request', async () => {
  const { admin, tech, browser } = await adminAndTech()
  await expectSignedIn(browser)
  await edit(admin, tech, { active: null })
  await expectSignedOut(browser)
  expect(await db.session.count({ where: { employeeId: tech.id } })).toBe(0)
})

test('another role ends the sessions that were opened with the old one', async () => {
  const { admin, tech, browser } = await adminAndTech()
  await edit(admin, tech, { role: 'admin' })
  await expectSignedOut(browser)
})

test('another number ends the sign-ins that wait for the old phone', async () => {
  const { admin, tech } = await adminAndTech()
  const { browser } = await arriveHalfway(tech)
  await edit(admin, tech, { mobileNumber: '12015550187' })
  for (const portal of [browser, atSecondPortal(browser)]) {
    expect((await portal.get('/sign-in/second-step')).location).toBe('/sign-in?ended=1')
  }
})

test('another number ends the sessions that the old phone has proven', async () => {
  const { admin, tech, browser } = await adminAndTech()
  await edit(admin, tech, { mobileNumber: '12015550188' })
  await expectSignedOut(browser)
})

test('another name leaves the sessions alone', async () => {
  const { admin, tech, browser } = await adminAndTech()
  await edit(admin, tech, { name: 'Nora Renamed' })
  await expectSignedIn(browser)
})

test('an admin ends the sessions of an employee', async () => {
  const { admin, tech, browser } = await adminAndTech()
  const page = await admin.get(`/admin/employees/${tech.id}/edit`)
  await admin.press(page, 'Sign out everywhere', { reason: 'Laptop left on a train' })
  await expectSignedOut(browser)
})

test('a new password ends the sessions in other browsers, and keeps the one that set it', async () => {
  const { tech, browser } = await adminAndTech()
  const other = await arriveWithSession(tech)
  const fields = { currentPassword: passphrase, newPassword: 'nine quiet rivers bend north' }
  const answer = await browser.press(await browser.get('/account/security'), 'Change password', fields)
  expect(answer.text).toMatch(/Password changed/)
  await expectSignedOut(other)
  await expectSignedIn(browser)
})

test('the rule, switched on, asks the sessions that have only a password for the second step', async () => {
  const { firm, admin, tech } = await adminAndTech()
  const browser = await arriveWithSession(tech, { secondFactor: false })
  await expectSignedIn(browser)
  const answer = await admin.press(await admin.get('/admin/employees'), 'Yes')
  expect(answer.location).toMatch(/rule=on$/)
  expect((await db.firm.findUniqueOrThrow({ where: { id: firm.id } })).requiresSecondFactor).toBe(true)
  await expectSignedOut(browser, '/step-up')
  await expectSignedIn(admin)
})

test('a session sleeps after an hour without use', async () => {
  const { tech, browser } = await adminAndTech()
  await setLastSeen(tech, 59)
  await expectSignedIn(browser)
  await setLastSeen(tech, 61)
  await expectSignedOut(browser)
})

test('a prefetch does not keep a session awake, and a page does', async () => {
  const { tech, browser } = await adminAndTech()
  await setLastSeen(tech, 50)
  await browser.get('/account/security', { headers: { 'sec-purpose': 'prefetch' } })
  expect(await minutesSinceSeen(tech)).toBeGreaterThan(49)
  await browser.get('/account/security')
  expect(await minutesSinceSeen(tech)).toBeLessThan(1)
})

test('a session ends after its whole time, however busy it is', async () => {
  const { tech, browser } = await adminAndTech()
  await db.$executeRaw`update session set expires_at = now() - interval '1 second' where employee_id = ${tech.id}::uuid`
  await expectSignedOut(browser)
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

for (const [name, cookie] of [
  ['an empty', ''],
  ['a made-up', 'Fe26.2*1*abc*def*ghi*jkl*mno'],
  ['a long', 'x'.repeat(4000)],
] as const) {
  test(`${name} session cookie is no session and no error`, async () => {
    const browser = new FormBrowser()
    browser.cookies.set('__Host-session', cookie).set('__Host-pending', cookie)
    expect((await browser.get('/')).location).toMatch(/^\/sign-in/)
    expect((await browser.get('/sign-in/second-step')).location).toMatch(/^\/sign-in/)
  })
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
