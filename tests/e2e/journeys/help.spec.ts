import { makeFirm } from '../../factories'
import { hire } from '../people'
import { expect, test } from '../portal-test'
import { typePassword } from '../steps'

test('anybody reads the article, and who signs in answers its question and may change the answer', async ({
  page,
}) => {
  const tech = await hire(await makeFirm())
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Help with signing in' }).click()
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
