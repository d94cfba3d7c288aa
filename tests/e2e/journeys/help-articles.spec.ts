import { db } from '@/lib/db'
import { makeFirm } from '../../factories'
import { hire } from '../people'
import { expect, test } from '../portal-test'
import { arrive, typePassword } from '../steps'

test('anybody reads the article, and a signed-in reader may answer and change it', {
  tag: '@no-script',
}, async ({ page }) => {
  const tech = await hire(await makeFirm())
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Help with signing in' }).click()
  await page.getByRole('link', { name: 'Two-factor authentication', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Two-factor authentication', exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Lost phone' }).click()
  await expect(page).toHaveURL(/#lost-phone$/)
  await page.getByRole('link', { name: 'Sign in to answer' }).click()
  await typePassword(page, tech.email)

  await expect(page.getByText('Was this article helpful?')).toBeVisible()
  await page.getByRole('button', { name: 'Yes' }).click()
  await expect(page.getByText('You answered Yes. You can change your answer.')).toBeVisible()
  await expect(page.getByText(/^[1-9]\d* out of [1-9]\d* found this helpful$/)).toBeVisible()
  await page.getByRole('button', { name: 'No' }).click()
  await expect(page.getByText('You answered No. You can change your answer.')).toBeVisible()
  await page.reload()

  await expect(page.getByRole('button', { name: 'No' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('button', { name: 'Yes' })).toHaveAttribute('aria-pressed', 'false')
})

test('a person without a phone follows links between the articles without signing in', async ({ page }) => {
  await page.goto('/help/two-factor-authentication#lost-phone')
  await page.getByRole('link', { name: 'If you lose your phone' }).click()
  await expect(page.getByRole('heading', { name: 'If you lose your phone', level: 1 })).toBeVisible()
  await page.getByRole('link', { name: 'Cancel a request' }).click()
  await expect(page).toHaveURL(/\/help\/lost-phone#stop$/)
  await expect(page.getByRole('heading', { name: 'Cancel a request' })).toBeInViewport()
})

test('a reader who answers No says what was missing, and support reads it unnamed', async ({
  page,
  context,
  colleague,
}) => {
  const mark = crypto.randomUUID().slice(0, 8)
  const firm = await makeFirm({ name: `Harbor ${mark}` })
  const tech = await hire(firm, { name: `Tess ${mark}` })
  await arrive(context, tech)
  await page.goto('/help/lost-phone')
  const missing = page.getByLabel('What was missing?')
  const send = page.getByRole('button', { name: 'Send feedback' })
  await expect(page.getByText('Was this article helpful?')).toBeVisible()
  await expect(missing).toHaveCount(0)
  await page.getByRole('button', { name: 'No' }).click()
  await missing.fill(`<b>Pictures</b> ${mark}`)
  await send.click()
  await expect(page.getByText('Thanks for your feedback.')).toBeVisible()
  await page.reload()
  await expect(missing).toHaveValue(`<b>Pictures</b> ${mark}`)

  const operator = await db.firm.findFirstOrThrow({ where: { isOperator: true } })
  await arrive(colleague.context(), await hire(operator))
  await colleague.goto('/support/articles?article=lost-phone')
  const reason = colleague.getByRole('listitem').filter({ hasText: `<b>Pictures</b> ${mark}` })
  await expect(reason).toContainText(firm.name)
  await expect(colleague.getByText(tech.name)).toHaveCount(0)
  await expect(colleague.getByRole('row', { name: /If you lose your phone/ })).toContainText('%')

  await missing.fill('')
  await send.click()
  await expect(page.getByText('Comment removed.')).toBeVisible()
  await expect(page.getByText('You answered No. You can change your answer.')).toBeVisible()
  await expect(missing).toHaveValue('')
  await colleague.reload()
  await expect(reason).toHaveCount(0)

  await page.getByRole('button', { name: 'Yes' }).click()
  await expect(page.getByText('You answered Yes. You can change your answer.')).toBeVisible()
  await expect(missing).toHaveCount(0)
})
