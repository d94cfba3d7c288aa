import type { Locator, Page } from '@playwright/test'
import { digitsOf, makeFirm, passphrase } from '../factories'
import { freeNumber, hire, hireRegistered } from './people'
import { phoneOf } from './phone'
import { expect, test } from './portal-test'
import { arrive, tokenField } from './steps'

test('the whole sign-in needs no mouse', async ({ page }) => {
  const tech = await hireRegistered(await makeFirm({ requiresSecondFactor: true }))
  await page.goto('/sign-in')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await tabTo(page, page.getByLabel('Email address'))
  await page.keyboard.type(tech.email)
  await page.keyboard.press('Tab')
  await page.keyboard.type(passphrase)
  await page.keyboard.press('Enter')

  await expect(tokenField(page)).toBeFocused()
  await tabTo(page, page.getByRole('button', { name: 'Text me a token' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Token sent.')).toBeVisible()
  const text = (await phoneOf(tech).messages()).find(({ code }) => code !== '')
  await tabTo(page, tokenField(page), 'Shift+Tab')
  await page.keyboard.type(text?.code ?? '')
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: `Hello, ${tech.name}` })).toBeVisible()
})

test('an employee is edited without a mouse, and the focus comes back to the pencil', async ({
  page,
  context,
}) => {
  const firm = await makeFirm()
  await arrive(context, await hire(firm, { role: 'admin' }))
  await hire(firm, { name: 'Dan Wu', mobileNumber: null })
  await page.goto('/')
  await tabTo(page, page.getByRole('button', { name: 'Admin' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('banner').getByRole('link', { name: 'Manage Employees' }))
  await page.keyboard.press('Enter')

  const pencil = page.getByRole('link', { name: 'Edit Dan Wu' })
  const window = page.getByRole('dialog', { name: 'Edit Employee' })
  await tabTo(page, pencil)
  await page.keyboard.press('Enter')
  await expect(window.getByLabel('Name', { exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(window).toBeHidden()
  await expect(pencil).toBeFocused()

  await page.keyboard.press('Enter')
  await tabTo(page, window.getByLabel('Mobile phone number'))
  await page.keyboard.type(digitsOf(await freeNumber()))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Saved changes to Dan Wu.')).toBeVisible()
  await expect(window).toBeHidden()
  await expect(pencil).toBeFocused()
})

/** Presses the key until the focus is there: who needs more than a screenful of presses has been left alone. */
async function tabTo(page: Page, target: Locator, key = 'Tab') {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press(key)
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`60 times ${key} did not lead to ${target}`)
}
