import type { Page } from '@playwright/test'
import { db } from '@/lib/db'
import { makeFirm, passphrase } from '../../factories'
import { hireRegistered } from '../people'
import { phoneOf } from '../phone'
import { expect, test } from '../portal-test'
import { arrive, inMenu, mailTo, reachSecondStep, tokenField, typePassword, typeToken } from '../steps'

async function firmWithPeople() {
  const firm = await makeFirm({ requiresSecondFactor: true })
  const lastSignInAt = new Date()
  const admin = await hireRegistered(firm, { role: 'admin', lastSignInAt })
  const tech = await hireRegistered(firm, { name: `Tess ${crypto.randomUUID().slice(0, 8)}`, lastSignInAt })
  return { firm, admin, tech }
}

async function openChoice(page: Page) {
  await page.goto('/admin/employees')
  await page.getByRole('link', { name: 'Sign-in policy' }).click()
  await expect(page.getByRole('heading', { name: 'Sign-in policy' })).toBeVisible()
}

const choose = (page: Page, question: string, answer: string) =>
  page.getByRole('group', { name: question }).getByLabel(answer, { exact: true }).check()

test('an admin previews who would have to add a method, and then saves', async ({ page, context }) => {
  const { firm, admin, tech } = await firmWithPeople()
  await arrive(context, admin)
  await openChoice(page)
  await page.getByLabel('Text tokens').uncheck()
  await choose(page, 'Minimum for techs', 'Passkey only')
  await page.getByRole('button', { name: 'Preview changes' }).click()

  await expect(page.getByText('2 people need to add a sign-in method at their next sign-in')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: tech.name })).toBeVisible()
  await expect(page.getByText('Before: allowed After: not allowed')).toBeVisible()
  const before = await db.firm.findUniqueOrThrow({ where: { id: firm.id } })
  expect(before).toMatchObject({ allowsText: true, minimumTech: 'any' })

  await page.getByRole('button', { name: 'Save policy' }).click()
  await expect(page.getByText('Saved the allowed sign-in methods.')).toBeVisible()
  await openChoice(page)
  await expect(page.getByLabel('Text tokens')).not.toBeChecked()
  await mailTo(admin.email, `Sign-in policy changed for ${firm.name}`)
})

test('an old session has to step up while saving, and nothing chosen is lost', async ({ page, context }) => {
  const { firm, admin } = await firmWithPeople()
  await arrive(context, admin, { provenMinutesAgo: 11 })
  await page.goto('/admin/employees/two-factor')
  await page.getByLabel('Days to trust').fill('7')
  await page.getByRole('button', { name: 'Preview changes' }).click()
  await expect(page.getByText('Nobody needs to add a sign-in method')).toBeVisible()
  await page.getByRole('button', { name: 'Save policy' }).click()

  await page.getByLabel('Your password').fill(passphrase)
  await page.getByLabel('Token or Security Key').fill(await phoneOf(admin).appToken())
  await page.getByRole('button', { name: 'Save policy' }).click()
  await expect(page.getByText('Saved the allowed sign-in methods.')).toBeVisible()
  expect((await db.firm.findUniqueOrThrow({ where: { id: firm.id } })).trustDays).toBe(7)
})

test('a tech’s browser is trusted for as long as the firm allows, an admin’s never', async ({
  page,
  hasScript,
  colleague,
}) => {
  const { firm, admin, tech } = await firmWithPeople()
  await db.firm.update({ where: { id: firm.id }, data: { trustDays: 7 } })
  await reachSecondStep(colleague, admin, hasScript)
  await expect(colleague.getByLabel(/^Trust this browser for/)).toHaveCount(0)

  await reachSecondStep(page, tech, hasScript)
  // Each of the forms has the box: the one that is sent counts.
  const tokenForm = page.locator('form').filter({ has: tokenField(page) })
  await tokenForm.getByLabel(/^Trust this browser for/).check()
  await typeToken(page, await phoneOf(tech).appToken())
  await expect(page.getByRole('heading', { name: `Hello, ${tech.name}` })).toBeVisible()
  await mailTo(tech.email, 'Trusted browser added to your account')

  await signOut(page)
  await page.goto('/sign-in')
  await typePassword(page, tech.email)
  await expect(page.getByRole('heading', { name: `Hello, ${tech.name}` })).toBeVisible()

  await signOut(page)
  await db.firm.update({ where: { id: firm.id }, data: { trustDays: 0 } })
  await reachSecondStep(page, tech, hasScript)
})

async function signOut(page: Page) {
  await (await inMenu(page, 'Signed in as')).getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText("You're signed out.")).toBeVisible()
}
