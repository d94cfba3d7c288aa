import type { Page } from '@playwright/test'
import { makeFirm } from '../factories'
import { until } from './arrive'
import { hire, hireRegistered } from './people'
import { phoneOf } from './phone'
import { expect, test } from './portal-test'
import { arrive, readTextedToken, tokenField, typePassword } from './steps'

test('the password field shows that Caps Lock is on, and can be made readable', async ({ page }) => {
  await page.goto('/sign-in')
  const password = page.getByLabel('Password', { exact: true })
  await page.getByRole('button', { name: 'Show password' }).click()
  await expect(password).toHaveAttribute('type', 'text')

  await password.dispatchEvent('keyup', { key: 'A', modifierCapsLock: true, bubbles: true })
  await expect(page.getByText('Caps Lock is on.')).toBeVisible()
  await password.dispatchEvent('keyup', { key: 'a', bubbles: true })
  await expect(page.getByText('Caps Lock is on.')).toBeHidden()
})

test('an approval is announced before the page changes, and the focus stays', async ({ page }) => {
  const tech = await hireRegistered(await makeFirm({ requiresSecondFactor: true }))
  await page.goto('/sign-in')
  await typePassword(page, tech.email)
  await expect(page.getByText('Waiting for approval. This page updates automatically.')).toBeVisible()
  await tokenField(page).fill('12')
  const moveOn = await holdPosts(page)
  await phoneOf(tech).answer('approve')

  await expect(page.getByRole('status').getByText('Approved on your phone')).toBeVisible()
  await expect(tokenField(page)).toBeFocused()
  await expect(tokenField(page)).toHaveValue('12')
  moveOn()

  await expect(page.getByRole('heading', { name: `Hello, ${tech.name}` })).toBeVisible()
})

test('ten seconds after the alert the page names the other methods', async ({ page }) => {
  const tech = await hireRegistered(await makeFirm({ requiresSecondFactor: true }))
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await page.goto('/sign-in')
  await typePassword(page, tech.email)
  const hint = page.getByText("Didn't get it? Use a token from your app or a text.")
  await expect(page.getByText('Waiting for approval. This page updates automatically.')).toBeVisible()
  const passSeconds = (seconds: number) =>
    hint.evaluate((element, milliseconds) => {
      for (const animation of element.getAnimations()) animation.currentTime = milliseconds
    }, seconds * 1000)
  await passSeconds(9)
  await expect(hint).toBeHidden()
  await passSeconds(10.1)
  await expect(hint).toBeVisible()
})

test('WebOTP enters the texted token, and stops reading when the form is sent', async ({ page }) => {
  const tech = await hireRegistered(await makeFirm({ requiresSecondFactor: true }))
  await page.addInitScript(() => {
    const { promise, resolve } = Promise.withResolvers<{ code: string }>()
    Object.assign(window, { OTPCredential: class {}, arrive: (code: string) => resolve({ code }) })
    navigator.credentials.get = (asked) => {
      asked?.signal?.addEventListener('abort', () => Object.assign(window, { wasAborted: true }))
      return promise as unknown as Promise<Credential>
    }
  })
  await page.goto('/sign-in')
  await typePassword(page, tech.email)
  const token = await readTextedToken(page, tech)
  const moveOn = await holdPosts(page)
  await page.evaluate((code) => (window as unknown as { arrive(code: string): void }).arrive(code), token)

  await expect(tokenField(page)).toHaveValue(token)
  await page.waitForFunction(() => 'wasAborted' in window)
  moveOn()
  await expect(page.getByRole('heading', { name: `Hello, ${tech.name}` })).toBeVisible()
})

test('where no stream can be held, the page asks', async ({ page }) => {
  const tech = await hireRegistered(await makeFirm({ requiresSecondFactor: true }))
  await page.route('**/sign-in/second-step/events', (route) =>
    route.request().headers().accept?.includes('text/event-stream')
      ? route.fulfill({ status: 204 })
      : route.continue(),
  )
  await page.clock.install()
  await page.goto('/sign-in')
  await typePassword(page, tech.email)
  await expect(page.getByText('Waiting for approval. This page updates automatically.')).toBeVisible()
  await phoneOf(tech).answer('approve')

  await page.clock.fastForward(3000)
  await expect(page.getByRole('heading', { name: `Hello, ${tech.name}` })).toBeVisible()
})

test('while a number is typed, the form shows where texts would go', async ({ page, context }) => {
  const firm = await makeFirm({ defaultCountry: 'DE' })
  await arrive(context, await hire(firm, { role: 'admin' }))
  const dan = await hire(firm, { name: 'Dan Wu', mobileNumber: null })
  await page.goto(`/admin/employees/${dan.id}/edit`)
  const number = page.getByLabel('Mobile phone number')

  await until(async () => {
    await number.fill('017612345678')
    return page
      .getByText('Start with the country code: for Germany, replace the first 0 with 49.')
      .isVisible()
  })
  await page.getByRole('button', { name: 'Use 4917612345678' }).click()
  await expect(number).toHaveValue('4917612345678')
  await expect(page.getByText('Texts will go to +49 176 12345678 (Germany)')).toBeVisible()
  await number.fill('12025550123')
  await expect(page.getByText('Texts will go to +1 202-555-0123 (United States)')).toBeVisible()
})

/** Keeps the page's own forms waiting until the returned function is called. */
async function holdPosts(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route('**/sign-in/second-step', async (route) => {
    if (route.request().method() === 'POST') await promise
    await route.continue()
  })
  return resolve
}
