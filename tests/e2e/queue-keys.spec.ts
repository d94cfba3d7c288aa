import type { Page } from '@playwright/test'
import { db } from '@/lib/db'
import { makeCase } from '../cases/cases'
import { makeFirm } from '../factories'
import { hire } from './people'
import { expect, test } from './portal-test'
import { arrive } from './steps'

test.beforeEach(async ({ page, context }) => {
  const mark = crypto.randomUUID().slice(0, 8)
  const firm = await makeFirm({ name: `Firm ${mark}` })
  await makeCase(await hire(firm, { name: 'First Person' }))
  await makeCase(await hire(firm, { name: 'Second Person' }))
  const operator = await db.firm.findFirstOrThrow({ where: { isOperator: true } })
  await arrive(context, await hire(operator))
  await page.goto(`/support/cases?q=${mark}`)
  await untilKeysWork(page)
})

/** Keys work once the script is awake; before the first request there is none to go to. */
async function untilKeysWork(page: Page) {
  await expect(async () => {
    await page.keyboard.press('k')
    await expect(page.getByRole('link', { name: 'First Person' })).toBeFocused({ timeout: 200 })
  }).toPass()
}

test('j and k move, t takes, Enter opens', async ({ page }) => {
  const link = (name: string) => page.getByRole('link', { name })
  await page.keyboard.press('j')
  await expect(link('Second Person')).toBeFocused()
  await page.keyboard.press('k')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Phone reset for First Person' })).toBeVisible()

  await page.goBack()
  await untilKeysWork(page)
  await page.keyboard.press('j')
  await expect(link('Second Person')).toBeFocused()
  await page.keyboard.press('t')
  await expect(page.getByRole('heading', { name: 'Phone reset for Second Person' })).toBeVisible()
  await expect(page.getByText("You're working on this request.")).toBeVisible()
})

test('shortcuts are plain letters in a field, and inactive once disabled', async ({ page }) => {
  const search = page.getByLabel('Search requests')
  await search.fill('')
  await search.pressSequentially('jt?n')
  await expect(search).toHaveValue('jt?n')
  await search.blur()

  await page.keyboard.press('?')
  await page.getByRole('button', { name: 'Turn off shortcuts' }).click()
  await expect(page.getByRole('button', { name: 'Shortcuts off', exact: true })).toBeVisible()
  await page.keyboard.press('j')
  await expect(page.getByRole('link', { name: 'First Person' })).not.toBeFocused()
})
