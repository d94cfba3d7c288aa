import type { BrowserContext } from '@playwright/test'
import { db } from '@/lib/db'
import { newSecretId, storedId } from '@/lib/secrets/secret-id'
import type { Employee, PushStatus } from '@/prisma/client/client'
import { makeFirm } from '../factories'
import { expectAccessible } from './accessible'
import { arriveHalfway } from './arrive'
import { hire, hireRegistered } from './people'
import { expect, test } from './portal-test'
import { arrive, bring, leaveFlash, typePassword } from './steps'

test('signing in, and what can go wrong before the second step', async ({ page }) => {
  await page.goto('/sign-in')
  await expectAccessible(page, 'Sign in')
  await page.getByRole('button', { name: 'Sign In' }).click()
  await expect(page.getByText('Enter your password.')).toBeVisible()
  await expectAccessible(page, 'Sign in, empty fields')
  await typePassword(page, 'nobody@partner.example', 'nothing that opens')
  await expect(page.getByText("Email address and password don't match")).toBeVisible()
  await expectAccessible(page, 'Sign in, wrong')

  await page.goto('/sign-in?ended=1')
  await expectAccessible(page, 'Sign in, ended')
})

test('choosing a new password', async ({ page }) => {
  await page.goto('/forgot-password')
  await expectAccessible(page, 'Forgotten password')
  await page.getByRole('button', { name: 'Email me a link' }).click()
  await expect(page.getByLabel('Email address')).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible(page, 'Forgotten password, empty')
  await page.getByLabel('Email address').fill('nobody@partner.example')
  await page.getByRole('button', { name: 'Email me a link' }).click()
  await expect(page.getByText("we've emailed a link")).toBeVisible()
  await expectAccessible(page, 'Forgotten password, sent')

  const tech = await hire(await makeFirm())
  await page.goto(`/set-password/${await mailLink(tech)}`)
  await expectAccessible(page, 'Set password')
  await page.getByLabel('New password').fill('short')
  await page.getByRole('button', { name: 'Save password' }).click()
  await expect(page.getByText('Use at least 15 characters.')).toBeVisible()
  await expectAccessible(page, 'Set password, too short')
  await page.goto(`/set-password/${newSecretId()}`)
  await expectAccessible(page, 'Set password, link ended')
})

test('the second step in each state of the push', async ({ page, context }) => {
  const firm = await makeFirm({ requiresSecondFactor: true })
  const tech = await hireRegistered(firm)
  const pendingId = await comeHalfway(context, tech)
  await page.goto('/sign-in/second-step')
  await expect(page.getByText("We didn't send a OneTouch alert")).toBeVisible()
  await expectAccessible(page, 'Second step, no request')
  await page.goto('/lost-phone')
  await expectAccessible(page, 'Without a phone')
  await page.goto('/sign-in/second-step')

  const states: PushStatus[] = ['pending', 'denied', 'expired', 'failed', 'superseded']
  for (const status of states) {
    await havePush(tech, pendingId, status)
    await page.goto('/sign-in/second-step')
    await expectAccessible(page, `Second step, ${status}`)
  }
  for (const status of ['pending', 'approved'] as const) {
    await havePush(tech, pendingId, status, 'a stored code')
    await page.goto('/sign-in/second-step')
    await expect(page.getByLabel('Code shown in the OneTouch alert')).toBeVisible()
    await expectAccessible(page, `Second step, ${status}, code to type`)
  }
})

test('the second step with tokens', async ({ page, context }) => {
  const tech = await hireRegistered(await makeFirm({ requiresSecondFactor: true }))
  await comeHalfway(context, tech)
  await page.goto('/sign-in/second-step')
  await page.getByLabel('Token or Security Key').fill('no token')
  await page.getByRole('button', { name: 'Sign In' }).click()
  await expect(page.getByText('A token has 6 to 8 digits.')).toBeVisible()
  await page.getByRole('button', { name: 'Text me a token' }).click()
  await expect(page.getByText('Token sent.')).toBeVisible()
  await expectAccessible(page, 'Second step, wrong token and a sent text')

  const tokensLockedUntil = new Date(Date.now() + 60_000)
  await db.employee.update({ where: { id: tech.id }, data: { tokensLockedUntil, wrongTokensInRow: 12 } })
  await page.reload()
  await expectAccessible(page, 'Second step, tokens locked')
})

test('the help article, signed out and signed in', async ({ page, context }) => {
  const article = '/help/two-factor-authentication'
  await page.goto(article)
  await expectAccessible(page, 'Help, signed out')
  await arrive(context, await hire(await makeFirm()))
  await page.goto(article)
  await page.getByRole('button', { name: 'Yes' }).click()
  await expect(page.getByText('You answered Yes.')).toBeVisible()
  await expectAccessible(page, 'Help, answered')
})

test('home and security of a tech', async ({ page, context }) => {
  const tech = await hireRegistered(await makeFirm({ requiresSecondFactor: true }))
  await arrive(context, tech, { provenMinutesAgo: 11 })
  await page.goto('/step-up?next=/account/security')
  await expectAccessible(page, 'Confirm')
  await page.goto('/account/security')
  await expectAccessible(page, 'Security, proof needed')

  await arrive(context, tech)
  await page.goto('/')
  await expectAccessible(page, 'Home of a tech')
  await page.goto('/account/security?ended=others')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText('Enter your current password.')).toBeVisible()
  await expectAccessible(page, 'Security, empty fields')
  for (const address of ['/nothing-here', '/admin/employees']) {
    await page.goto(address)
    await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
  }
  await expectAccessible(page, 'Not found')
})

test('the menus', async ({ page, context }) => {
  await arrive(context, await hire(await makeFirm(), { role: 'admin' }))
  await page.goto('/')
  for (const [width, tab] of [
    [1280, 'Admin'],
    [1280, 'Signed in as'],
    [390, 'Menu'],
  ] as const) {
    await page.setViewportSize({ width, height: 844 })
    await page.getByRole('banner').getByRole('button', { name: tab }).click()
    await expectAccessible(page, `Menu ${tab}`)
  }
})

test('Manage Employees, empty, refused and filled', async ({ page, context }) => {
  const firm = await makeFirm()
  await arrive(context, await hire(firm, { role: 'admin' }))
  const dan = await hire(firm, { name: 'Dan Wu' })
  await hire(firm, { name: 'Eve Ray', mobileNumber: null })
  await hire(firm, { name: 'Rex Otto', vendorState: 'refused', vendorRefusal: 'The number is a landline.' })
  const list = '/admin/employees'
  await leaveFlash(context, list, 'saved', dan.id)
  for (const address of [
    list,
    `${list}?show=disabled`,
    `${list}?rule=numbers-missing`,
    `${list}?rule=own-second-step-missing`,
    `${list}?reveal=${dan.id}`,
  ]) {
    await page.goto(address)
    await expectAccessible(page, address)
  }
})

test('Edit Employee as a window and as a page, and Add employee', async ({ page, context }) => {
  const firm = await makeFirm({ requiresSecondFactor: true })
  await arrive(context, await hire(firm, { role: 'admin' }))
  const dan = await hire(firm, { name: 'Dan Wu' })
  const eve = await hire(firm, {
    name: 'Eve Ray',
    vendorState: 'refused',
    vendorRefusal: 'The number is a landline.',
  })
  await page.goto('/admin/employees')
  await page.getByRole('link', { name: 'Edit Dan Wu' }).click()
  await expect(page.getByRole('heading', { name: 'Edit Employee' })).toBeVisible()
  await expectAccessible(page, 'Edit Employee window')

  await page.goto(`/admin/employees/${eve.id}/edit`)
  await expectAccessible(page, 'Edit Employee page, number refused')
  await page.getByLabel('Mobile phone number').fill('+1 (202) 555-0123')
  await page.getByRole('button', { name: 'Save Changes' }).click()
  await expect(page.getByText('Use digits only')).toBeVisible()
  await expectAccessible(page, 'Edit Employee page, number unreadable')
  await page.getByLabel('Mobile phone number').fill(dan.mobileNumber?.slice(1) ?? '')
  await page.getByRole('button', { name: 'Save Changes' }).click()
  await expect(page.getByText('Also used by Dan Wu')).toBeVisible()
  await expectAccessible(page, 'Edit Employee page, number shared')
  await db.employee.update({
    where: { id: eve.id },
    data: { name: 'Eva Ray', version: { increment: 1 }, changedBy: 'Priya' },
  })
  await page.getByRole('button', { name: 'Save Changes' }).click()
  await expect(page.getByText('Priya changed this employee while you were editing')).toBeVisible()
  await expectAccessible(page, 'Edit Employee page, conflict')

  await page.goto('/admin/employees/add')
  await page.getByRole('button', { name: 'Add employee' }).click()
  await expect(page.getByText('Enter a name.')).toBeVisible()
  await expectAccessible(page, 'Add employee, empty fields')
})

test('where the rule is on, and the proof is old', async ({ page, context }) => {
  const firm = await makeFirm({ requiresSecondFactor: true })
  const dan = await hire(firm, { name: 'Dan Wu' })
  await arrive(context, await hire(firm, { role: 'admin' }), { provenMinutesAgo: 11 })
  for (const address of ['/', '/admin/employees', `/admin/employees/${dan.id}/edit`, '/admin/audit-log']) {
    await page.goto(address)
    await expectAccessible(page, address)
  }
})

test('the audit log', async ({ page, context }) => {
  const firm = await makeFirm()
  const admin = await hire(firm, { role: 'admin' })
  await arrive(context, admin)
  const event = { firmId: firm.id, actorId: admin.id, actorName: admin.name, action: 'employee.edited' }
  await db.auditEvent.create({
    data: {
      ...event,
      targetName: 'Dan Wu',
      place: '192.0.2.14',
      browser: 'Firefox on Windows',
      details: { mobileNumber: { before: 'ending 0101', after: 'ending 0102' } },
    },
  })
  for (const address of ['/admin/audit-log', `/admin/audit-log?person=${admin.id}`]) {
    await page.goto(address)
    await page.getByText('Edited an employee').click()
    await expectAccessible(page, address)
  }
})

test('every building block', async ({ page }) => {
  await page.goto('/dev/ui')
  await expectAccessible(page, 'Building blocks')
})

async function comeHalfway(context: BrowserContext, tech: Employee): Promise<string> {
  const { browser, pendingId } = await arriveHalfway(tech)
  await bring(context, browser)
  return pendingId
}

/** The only request of this sign-in, as if it had got this far. */
async function havePush(tech: Employee, pendingSignInId: string, status: PushStatus, typedCodeHash?: string) {
  await db.push.deleteMany({ where: { pendingSignInId } })
  const expiresAt = new Date(Date.now() + 90_000)
  const vendorUserId = tech.vendorUserId ?? ''
  await db.push.create({
    data: {
      pendingSignInId,
      employeeId: tech.id,
      vendorUserId,
      status,
      typedCodeHash,
      matchNumber: '47',
      expiresAt,
    },
  })
}

async function mailLink(person: Employee): Promise<string> {
  const secret = newSecretId()
  const expiresAt = new Date(Date.now() + 60 * 60_000)
  await db.mailLink.create({
    data: { id: storedId(secret), employeeId: person.id, purpose: 'invitation', expiresAt },
  })
  return secret
}
