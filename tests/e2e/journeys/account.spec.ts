import { db } from '@/lib/db'
import { notify } from '@/lib/notifications/notify'
import { makeFirm, passphrase } from '../../factories'
import { hire, hireRegistered } from '../people'
import { expect, test } from '../portal-test'
import { approve, arrive, inMenu, linkIn, mailTo, typePassword } from '../steps'

const newPassphrase = 'seven quiet harbours melt'

test('a forgotten password is replaced by a mailed link, and the second step stays', async ({ page }) => {
  const tech = await hireRegistered(await makeFirm({ requiresSecondFactor: true }))
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await page.getByLabel('Email address').fill('not an address')
  await page.getByRole('button', { name: 'Email me a link' }).click()
  await expect(page.getByLabel('Email address')).toHaveAccessibleDescription(/address/)
  await page.getByLabel('Email address').fill(tech.email)
  await page.getByRole('button', { name: 'Email me a link' }).click()
  await expect(page.getByText("If that address has an account, we've emailed a link.")).toBeVisible()

  const link = linkIn(await mailTo(tech.email, 'Reset your password'))
  await page.goto(link)
  await page.getByLabel('New password').fill(newPassphrase)
  await page.getByRole('button', { name: 'Save password' }).click()
  await expect(page.getByText('Password saved. Sign in with it now.')).toBeVisible()
  await typePassword(page, tech.email, newPassphrase)
  await expect(page.getByRole('heading', { name: 'Enter your authentication key' })).toBeVisible()

  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible()
})

test('where the rule is on, changing the password needs a fresh proof', async ({
  page,
  context,
  hasScript,
}) => {
  const tech = await hireRegistered(await makeFirm({ requiresSecondFactor: true }))
  await arrive(context, tech, { provenMinutesAgo: 11 })
  await page.goto('/account/security')
  await page.getByRole('link', { name: 'Confirm and change password' }).click()
  await page.getByLabel('Password', { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: 'Continue' }).click()
  await approve(page, tech, hasScript)

  await expect(page.getByLabel('Current password')).toBeVisible()
})

test('own sessions are listed and can be ended from here', async ({ page, context, colleague }) => {
  const tech = await hire(await makeFirm())
  await arrive(context, tech)
  await arrive(colleague.context(), tech)
  await page.goto('/account/security')
  await page.getByRole('button', { name: 'End session: Firefox on Linux from this computer' }).click()
  await expect(page.getByText('Session ended.')).toBeVisible()
  await colleague.goto('/')
  await expect(colleague).toHaveURL('/sign-in')

  await arrive(colleague.context(), tech)
  await page.reload()
  await page.getByRole('button', { name: 'End all other sessions' }).click()
  await expect(page.getByText('All other sessions ended.')).toBeVisible()
  await colleague.goto('/')
  await expect(colleague).toHaveURL('/sign-in')
})

test('a tech has a home page', async ({ page, context }) => {
  const firm = await makeFirm({ requiresSecondFactor: true })
  const tech = await hireRegistered(firm)
  await arrive(context, tech)
  await page.goto('/')

  await expect(page.getByRole('heading', { name: `Hello, ${tech.name}` })).toBeVisible()
  await expect(page.getByRole('main').getByText(firm.name)).toBeVisible()
  await expect(page.getByText('After your password you approve a OneTouch alert on your phone')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Your recent sign-ins' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Sign in with OneTouch' })).toBeVisible()
})

test('the theme that was chosen stays', { tag: '@no-script' }, async ({ page, context }) => {
  await arrive(context, await hire(await makeFirm()))
  await page.goto('/')
  const bar = await inMenu(page, 'Signed in as')
  await bar.getByRole('button', { name: 'Theme: Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')

  await page.goto('/account/security')

  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('the audit log shows what was done, to the same firm only', async ({ page, context, colleague }) => {
  const firm = await makeFirm()
  const admin = await hire(firm, { role: 'admin', name: 'Priya Nair' })
  const dan = await hire(firm, { name: 'Dan Wu' })
  await arrive(context, admin)
  await arrive(colleague.context(), await hire(await makeFirm(), { role: 'admin' }))
  await page.goto(`/admin/employees/${dan.id}/edit`)
  await page.getByLabel('Name', { exact: true }).fill('Daniel Wu')
  await page.getByRole('button', { name: 'Save Changes' }).click()
  await expect(page.getByText('Saved changes to Daniel Wu.')).toBeVisible()

  await (await inMenu(page, 'Admin')).getByRole('link', { name: 'Audit log' }).click()
  const event = page.getByRole('row').filter({ hasText: 'Edited an employee' })
  await expect(event).toContainText('Priya Nair')
  await expect(event).toContainText('Daniel Wu')
  await expect(event.getByText('Name: Dan Wu')).toBeHidden()
  await event.getByText('Edited an employee').click()
  await expect(event.getByText('Name: Dan Wu')).toBeVisible()
  await event.getByRole('link', { name: 'Priya Nair' }).click()
  await expect(page.getByRole('link', { name: 'By Priya Nair' })).toBeVisible()
  await colleague.goto('/admin/audit-log')

  await expect(colleague.getByText('No events')).toBeVisible()
})

test('notifications are read once seen, those of an hour as one row', async ({ page, context }) => {
  const tech = await hire(await makeFirm())
  const seen = { place: 'this computer', browser: 'Chrome on Linux', at: new Date().toISOString() }
  for (let time = 0; time < 2; time++)
    await notify(db, { kind: 'new-browser', employeeId: tech.id, ...seen }, { mail: false })
  await arrive(context, tech)
  await page.goto('/')
  const link = page.getByRole('banner').getByRole('link', { name: 'Notifications' })
  await expect(link).toContainText('2 unread')

  await link.click()
  await expect(page.getByText('2 times, last')).toBeVisible()
  await expect(link).not.toContainText('unread')
  await expect(page.getByText('New', { exact: true })).toBeVisible()
})
