import type { BrowserContext, Page } from '@playwright/test'
import { db } from '@/lib/db'
import { makeCase } from '../cases/cases'
import { makeFirm, passphrase } from '../factories'
import { hire } from './people'
import { test as base, expect } from './portal-test'
import { arrive } from './steps'

/** These cut the line, which the browser reports as an error of its own. */
const test = base.extend({
  context: async ({ browser }, use) => {
    const context = await browser.newContext()
    await use(context)
    await context.close()
  },
})

type Opened = { fields: Record<string, string>; button: string; said: string | RegExp }

const forms: Record<string, (page: Page, context: BrowserContext) => Promise<Opened>> = {
  'Edit Employee in its window': async (page, context) => {
    const firm = await makeFirm()
    await arrive(context, await hire(firm, { role: 'admin' }))
    await hire(firm, { name: 'Dan Wu' })
    await page.goto('/admin/employees')
    await page.getByRole('link', { name: 'Edit Dan Wu' }).click()
    return { fields: { Name: 'Daniel Wu' }, button: 'Save Changes', said: 'Saved changes to Daniel Wu.' }
  },
  'a password to be changed': async (page, context) => {
    await arrive(context, await hire(await makeFirm()))
    await page.goto('/account/security')
    const fields = { 'Current password': passphrase, 'New password': 'nine quiet rivers bend' }
    return { fields, button: 'Change password', said: /Password changed/ }
  },
  'a vouch for a colleague': async (page, context) => {
    const firm = await makeFirm()
    const colleague = await hire(firm)
    const lost = await makeCase(await hire(firm))
    await arrive(context, colleague)
    await page.goto(`/vouch/${lost.id}`)
    const name = (await db.employee.findUniqueOrThrow({ where: { id: lost.employeeId } })).name
    return {
      fields: { 'How do you know?': 'We sat together.' },
      button: `Vouch for ${name}`,
      said: /vouched for/,
    }
  },
  'the sign-in': async (page) => {
    const tech = await hire(await makeFirm())
    await page.goto('/sign-in')
    const fields = { 'Email address': tech.email, Password: passphrase }
    return { fields, button: 'Sign In', said: `Hello, ${tech.name}` }
  },
}

for (const [name, open] of Object.entries(forms)) {
  test(`${name} keeps its text without a network, and the next try saves it`, async ({ page, context }) => {
    const { fields, button, said } = await open(page, context)
    for (const [label, text] of Object.entries(fields))
      await page.getByLabel(label, { exact: true }).fill(text)
    const press = () => page.getByRole('button', { name: button, exact: true }).click()

    await context.setOffline(true)
    await press()
    await expect(page.getByText('Nothing was changed. Check your connection and try again.')).toBeVisible()
    for (const [label, text] of Object.entries(fields))
      await expect(page.getByLabel(label, { exact: true })).toHaveValue(text)

    await context.setOffline(false)
    await press()
    await expect(page.getByText(said).first()).toBeVisible()
  })
}
