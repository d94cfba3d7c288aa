import type { Page } from '@playwright/test'
import { db } from '@/lib/db'
import { makeFirm, uniqueNumber } from '../../factories'
import { hire } from '../people'
import { expect, test } from '../portal-test'
import { arrive, inMenu } from '../steps'

test('the list is searched, filtered, sorted and paged by its address', {
  tag: ['@no-script', '@phone'],
}, async ({ page, context }) => {
  const firm = await makeFirm()
  const admin = await hire(firm, { role: 'admin', name: 'Zoe Admin' })
  await db.employee.createMany({
    data: Array.from({ length: 120 }, (_, index) => ({
      firmId: firm.id,
      firmRequiresSecondFactor: false,
      firmIsOperator: false,
      role: 'tech' as const,
      name: `Person ${String(index + 1).padStart(3, '0')}`,
      email: `person-${index + 1}-${firm.id.replace(/\d/g, '')}@partner.example`,
      mobileNumber: index < 3 ? null : uniqueNumber(),
      active: index < 118,
    })),
  })
  await arrive(context, admin)
  await page.goto('/')
  await (await inMenu(page, 'Admin')).getByRole('link', { name: 'Manage Employees' }).click()

  await expect(page.getByText('50 of 120 active employees')).toBeVisible()
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(rowOf(page, 'Person 051')).toBeVisible()
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(rowOf(page, 'Zoe Admin')).toBeVisible()
  await page.getByRole('link', { name: 'Previous' }).click()
  await expect(rowOf(page, 'Person 051')).toBeVisible()

  await expect(page.getByRole('link', { name: /^Not confirmed 11\d$/ })).toBeVisible()
  await page.getByRole('link', { name: 'Not ready 3' }).click()
  await expect(page.getByText('3 employees', { exact: true })).toBeVisible()
  await expect(rowOf(page, 'Person 001')).toContainText('No number')
  await page.getByRole('link', { name: 'Inactive 2' }).click()
  await expect(page.getByText('2 employees', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Not confirmed' }).click()
  await expect(rowOf(page, 'Person 004')).toContainText('Not confirmed')
  await expect(rowOf(page, 'Person 001')).toBeHidden()
  await page.getByRole('link', { name: 'Strong' }).click()
  await expect(page.getByText('No employees are “Strong”')).toBeVisible()
  await page.getByRole('link', { name: 'Clear all' }).click()
  // Until the whole list is there, the search form still carries the filter.
  await expect(page.getByText('50 of 120 active employees')).toBeVisible()

  await page.getByRole('searchbox').fill('PERSON 11')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByText('9 employees', { exact: true })).toBeVisible()
  await page.getByRole('columnheader').getByRole('link', { name: /^Name/ }).click()
  await expect(page).toHaveURL(/sort=-name/)
  await page.reload()
  await expect(page.getByRole('row').nth(1)).toContainText('Person 118')

  await page.getByRole('searchbox').fill('50% of nobody')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByText('No matches for “50% of nobody”')).toBeVisible()
})

test('while another order loads, the rows are placeholders beneath the real head', async ({
  page,
  context,
}) => {
  const firm = await makeFirm()
  await arrive(context, await hire(firm, { role: 'admin', name: 'Zoe Admin' }))
  await page.goto('/admin/employees')
  const { promise: answer, resolve: sendAnswer } = Promise.withResolvers<void>()
  await page.route(/sort=-name/, async (route) => {
    await answer
    await route.continue()
  })
  const head = page.getByRole('columnheader').getByRole('link', { name: /^Name/ })
  const row = page.getByRole('row').nth(1)
  const colorOfWords = () => row.getByRole('rowheader').evaluate((cell) => getComputedStyle(cell).color)
  const shown = await colorOfWords()
  await head.click()
  await expect.poll(colorOfWords).toMatch(/ 0\)$/)
  await expect(head).toBeVisible()

  sendAnswer()
  await expect(page).toHaveURL(/sort=-name/)
  await expect.poll(colorOfWords).toBe(shown)
})

test('the ladder says how far each one is, and what else there is to know', async ({ page, context }) => {
  const firm = await makeFirm()
  await arrive(context, await hire(firm, { role: 'admin', name: 'Zoe Admin' }))
  const at = new Date()
  await hire(firm, { name: 'Ann Confirmed', numberProvenAt: at, testedAt: null })
  await hire(firm, { name: 'Bob Tested', numberProvenAt: at, testedAt: at, wrongTokensInRow: 100 })
  const { id: employeeId } = await hire(firm, { name: 'Cat Strong', testedAt: at })
  await db.passkey.create({
    data: {
      employeeId,
      name: 'Key',
      credentialId: crypto.randomUUID(),
      publicKey: new Uint8Array([1]),
      isSynced: false,
      isBackedUp: false,
    },
  })
  await page.goto('/admin/employees')
  await expect(rowOf(page, 'Ann Confirmed').getByText('Confirmed', { exact: true })).toBeVisible()
  await expect(rowOf(page, 'Bob Tested').getByText('Tested', { exact: true })).toBeVisible()
  await expect(rowOf(page, 'Bob Tested')).toContainText('Tokens disabled')
  await expect(rowOf(page, 'Cat Strong').getByText('Strong', { exact: true })).toBeVisible()
  await expect(rowOf(page, 'Cat Strong')).toContainText('Number not confirmed')
})

function rowOf(page: Page, name: string) {
  return page.getByRole('row', { name: new RegExp(name) })
}
