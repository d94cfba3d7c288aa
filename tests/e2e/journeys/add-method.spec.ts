import { db } from '@/lib/db'
import type { Employee } from '@/prisma/client/client'
import { makeFirm } from '../../factories'
import { hire, hireRegistered } from '../people'
import { expect, test } from '../portal-test'
import { addApp, appToken, mailTo, reachSecondStep, readTextedToken, typeToken } from '../steps'

test('a person below the minimum adds an app inside the sign-in, tries it and is in', {
  tag: '@phone',
}, async ({ page, hasScript }) => {
  const tech = await hireWithTextsOnly()
  await reachSecondStep(page, tech, hasScript)
  await expect(page.getByText('requires a stronger sign-in method')).toBeVisible()
  await typeToken(page, await readTextedToken(page, tech))

  await expect(page.getByRole('heading', { name: 'Your firm requires a stronger method' })).toBeVisible()
  await page.getByRole('link', { name: 'Authenticator app' }).click()
  const key = await addApp(page)
  await expect(page.getByRole('heading', { name: 'Save recovery codes' })).toBeVisible()
  await page.getByRole('button', { name: 'Generate recovery codes' }).click()
  await expect(page.getByRole('listitem')).toHaveCount(10)
  await page.getByRole('link', { name: "I've saved them" }).click()
  await expect(page.getByRole('heading', { name: 'You have 1 sign-in method' })).toBeVisible()
  await page.getByRole('link', { name: 'Try it now' }).click()
  await expect(page.getByRole('button', { name: 'Text me a token' })).toBeHidden()
  await typeToken(page, appToken(key))

  await expect(page).toHaveURL('/security-checkup?next=%2F')
  await page.getByRole('link', { name: 'Later' }).click()
  await expect(page.getByRole('heading', { name: `Hello, ${tech.name}` })).toBeVisible()
  await mailTo(tech.email, 'Authenticator app added to your account')
})

test('proof by a method below the minimum opens nothing before the new one is tried', async ({
  page,
  hasScript,
}) => {
  const tech = await hireWithTextsOnly()
  await reachSecondStep(page, tech, hasScript)
  await page.goto('/sign-in/add-method')
  await expect(page).toHaveURL('/sign-in/second-step')
  await typeToken(page, await readTextedToken(page, tech))
  await expect(page.getByRole('heading', { name: 'Your firm requires a stronger method' })).toBeVisible()

  await page.goto('/account/security')
  await expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible()
  expect(await db.session.count({ where: { employeeId: tech.id } })).toBe(0)
})

test('a first sign-in offers a backup method, and it can be added later', async ({ page, hasScript }) => {
  const tech = await hireRegistered(await makeFirm({ requiresSecondFactor: true }), { testedAt: null })
  await reachSecondStep(page, tech, hasScript)
  await typeToken(page, await readTextedToken(page, tech))

  await expect(page.getByRole('heading', { name: 'Security checkup' })).toBeVisible()
  const number = page.getByRole('listitem').filter({ hasText: 'Confirm your mobile number' })
  await expect(number.getByText('Done')).toBeVisible()
  await page.getByRole('link', { name: 'Add an authenticator app' }).click()
  const key = await addApp(page)
  await expect(page.getByRole('heading', { name: "You're ready" })).toBeVisible()
  await page.getByRole('link', { name: 'Save recovery codes' }).click()
  await page.getByRole('button', { name: 'Generate recovery codes' }).click()
  await page.getByRole('link', { name: "I've saved them" }).click()
  await expect(page).toHaveURL('/security-checkup')
  await expect(page.getByText('You have 10 left.')).toBeVisible()

  await page.getByRole('link', { name: 'Try it now' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await typeToken(page, appToken(key))
  await expect(page.getByText("You're ready. You have 2 sign-in methods.")).toBeVisible()
  await page.getByRole('link', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { name: `Hello, ${tech.name}` })).toBeVisible()
})

/** In a firm that asks for more than texts. */
async function hireWithTextsOnly(): Promise<Employee> {
  const firm = await makeFirm({ requiresSecondFactor: true })
  await db.firm.update({ where: { id: firm.id }, data: { minimumTech: 'strong', vendor: 'verify' } })
  return hire(firm, { vendor: 'verify', testedAt: null })
}
