import type { Page } from '@playwright/test'
import { db } from '@/lib/db'
import { digitsOf, makeFirm } from '../../factories'
import { until } from '../arrive'
import { freeNumber, hire } from '../people'
import { expect, test } from '../portal-test'
import { arrive, linkIn, mailTo, typePassword } from '../steps'

const save = (page: Page) => page.getByRole('button', { name: 'Save Changes' }).click()

test('somebody who is deactivated cannot sign in until reactivated', async ({ page, context, colleague }) => {
  const firm = await makeFirm()
  await arrive(context, await hire(firm, { role: 'admin' }))
  const dan = await hire(firm, { name: 'Dan Wu' })
  await arrive(colleague.context(), dan)
  await page.goto(`/admin/employees/${dan.id}/edit`)
  await page.getByLabel('Active').uncheck()
  await save(page)
  await expect(page.getByText('Saved changes to Dan Wu.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Edit Dan Wu' })).toBeHidden()

  await colleague.goto('/')
  await expect(colleague).toHaveURL('/sign-in')
  await typePassword(colleague, dan.email)
  await expect(colleague.getByText("Email address and password don't match")).toBeVisible()

  await page.getByRole('link', { name: 'Inactive' }).click()
  await page.getByRole('link', { name: 'Edit Dan Wu' }).click()
  await page.getByLabel('Active').check()
  await save(page)
  await expect(page.getByText('Saved changes to Dan Wu.')).toBeVisible()
  await typePassword(colleague, dan.email)
  await expect(colleague.getByRole('heading', { name: 'Hello, Dan Wu' })).toBeVisible()
})

test('a new employee sets a password by the mailed link and signs in', async ({
  page,
  context,
  colleague,
}) => {
  const firm = await makeFirm()
  await arrive(context, await hire(firm, { role: 'admin' }))
  const email = `nina.${firm.id}@partner.example`
  await page.goto('/admin/employees')
  await page.getByRole('link', { name: 'Add employee' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Nina Ek')
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Mobile phone number').fill(digitsOf(await freeNumber()))
  await page.getByRole('button', { name: 'Add employee' }).click()
  await expect(page.getByText("Added Nina Ek. We've emailed an invitation to set a password.")).toBeVisible()

  await colleague.goto(linkIn(await mailTo(email, 'Your Partner Portal account')))
  await expect(colleague.getByRole('heading', { name: 'Welcome to Partner Portal' })).toBeVisible()
  await colleague.getByLabel('New password').fill('nina')
  await colleague.getByRole('button', { name: 'Save password' }).click()
  await expect(colleague.getByLabel('New password')).toHaveAccessibleDescription(/Use at least 15 characters/)
  await colleague.getByLabel('New password').fill('seven quiet harbours melt')
  await colleague.getByRole('button', { name: 'Save password' }).click()
  await expect(colleague.getByText('Password saved. Sign in with it now.')).toBeVisible()
  await typePassword(colleague, email, 'seven quiet harbours melt')

  await expect(colleague.getByRole('heading', { name: 'Hello, Nina Ek' })).toBeVisible()
})

test('an invitation is sent again, and only the newest link works', async ({ page, context }) => {
  const firm = await makeFirm()
  await arrive(context, await hire(firm, { role: 'admin' }))
  const nina = await hire(firm, { name: 'Nina Ek' })
  await db.credential.delete({ where: { employeeId: nina.id } })
  const again = page.getByRole('button', { name: 'Send invitation again' })
  await page.goto(`/admin/employees/${nina.id}/edit`)
  await again.click()
  await expect(page.getByText('Invitation sent to Nina Ek.')).toBeVisible()
  const first = linkIn(await mailTo(nina.email, 'Your Partner Portal account'))

  await again.click()
  await expect(page.getByText('We sent an invitation less than a minute ago.')).toBeVisible()
  await db.mailLink.updateMany({
    where: { employeeId: nina.id },
    data: { createdAt: new Date(Date.now() - 61_000) },
  })
  await again.click()
  await expect(page.getByText('Invitation sent to Nina Ek.')).toBeVisible()
  await until(async () => linkIn(await mailTo(nina.email, 'Your Partner Portal account')) !== first)
  await page.goto(first)

  await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible()
})

test('signing somebody out everywhere ends their open pages', async ({ page, context, colleague }) => {
  const firm = await makeFirm()
  await arrive(context, await hire(firm, { role: 'admin' }))
  const dan = await hire(firm, { name: 'Dan Wu' })
  await arrive(colleague.context(), dan)
  await colleague.goto('/')
  await expect(colleague.getByRole('heading', { name: 'Hello, Dan Wu' })).toBeVisible()

  await page.goto(`/admin/employees/${dan.id}/edit`)
  await page.getByText('Sign out everywhere').first().click()
  const act = page.getByRole('group').filter({ hasText: 'Ends all sessions of Dan Wu' })
  await act.getByLabel('Reason').fill('Laptop left on a train')
  await act.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page.getByText('Dan Wu is signed out everywhere.')).toBeVisible()
  await colleague.reload()

  await expect(colleague).toHaveURL('/sign-in')
})
