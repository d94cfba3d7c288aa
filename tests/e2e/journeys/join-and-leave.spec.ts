import { digitsOf, makeFirm } from '../../factories'
import { freeNumber, hire } from '../people'
import { expect, test } from '../portal-test'
import { arrive, linkIn, mailTo, typePassword } from '../steps'

test('a new employee sets a password by the mailed link and signs in', async ({
  page,
  context,
  colleague,
}) => {
  const firm = await makeFirm()
  await arrive(context, await hire(firm, { role: 'admin' }))
  const email = `nina.${firm.id}@partner.example`
  await page.goto('/admin/employees')
  await page.getByRole('link', { name: 'Add employee' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Nina Ek')
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Mobile phone number').fill(digitsOf(await freeNumber()))
  await page.getByRole('button', { name: 'Add employee' }).click()
  await expect(page.getByText("Added Nina Ek. We've emailed an invitation to set a password.")).toBeVisible()

  await colleague.goto(linkIn(await mailTo(email, 'Your Partner Portal account')))
  await expect(colleague.getByRole('heading', { name: 'Welcome to Partner Portal' })).toBeVisible()
  await colleague.getByLabel('New password').fill('nina')
  await colleague.getByRole('button', { name: 'Save password' }).click()
  await expect(colleague.getByLabel('New password')).toHaveAccessibleDescription(/Use at least 15 characters/)
  await colleague.getByLabel('New password').fill('seven quiet harbours melt')
  await colleague.getByRole('button', { name: 'Save password' }).click()
  await expect(colleague.getByText('Password saved. Sign in with it now.')).toBeVisible()
  await typePassword(colleague, email, 'seven quiet harbours melt')

  await expect(colleague.getByRole('heading', { name: 'Hello, Nina Ek' })).toBeVisible()
})
