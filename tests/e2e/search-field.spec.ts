import { makeFirm } from '../factories'
import { hire } from './people'
import { expect, test } from './portal-test'
import { arrive } from './steps'

test('what is being typed is not lost when another list arrives', async ({ page, context }) => {
  const firm = await makeFirm()
  await arrive(context, await hire(firm, { role: 'admin' }))
  await page.goto('/admin/employees?q=zoe')
  let letThrough = () => {}
  const held = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  await page.route(/_rsc=/, async (route) => {
    await held
    await route.continue()
  })
  await page.getByRole('link', { name: 'Clear all' }).click()
  await page.getByRole('searchbox').fill('Maria')
  letThrough()
  await expect(page).toHaveURL('/admin/employees')
  await expect(page.getByText('active employees')).toBeVisible()
  await expect(page.getByRole('searchbox')).toHaveValue('Maria')

  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByText('No matches for “Maria”')).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('searchbox')).toHaveValue('')
})
