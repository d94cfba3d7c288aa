import { db } from '@/lib/db'
import { makeFirm } from '../../factories'
import { makePasskey } from '../../firms/policies'
import { giveCodes, hireRegistered } from '../people'
import { phoneOf } from '../phone'
import { expect, test } from '../portal-test'
import { approve, inMenu, reachSecondStep, sendPush, typePassword, typeToken } from '../steps'

const strictFirm = () => makeFirm({ requiresSecondFactor: true })

test('the last used method comes first, and the alert is sent all the same', async ({ page, hasScript }) => {
  const tech = await hireRegistered(await strictFirm(), { lastMethod: 'text' })
  await reachSecondStep(page, tech, hasScript)
  await expect(page.getByRole('button', { name: 'Text me a token' })).toHaveClass(/button-primary/)
  await expect(page.getByText('Approve the OneTouch alert we sent to your phone')).toBeVisible()

  await approve(page, tech, hasScript)
  await expect(page.getByRole('heading', { name: `Hello, ${tech.name}` })).toBeVisible()
})

test('a trusted browser is asked for the password only', async ({ page, hasScript }) => {
  const firm = await strictFirm()
  await db.firm.update({ where: { id: firm.id }, data: { trustDays: 7 } })
  const tech = await hireRegistered(firm)
  const home = page.getByRole('heading', { name: `Hello, ${tech.name}` })
  await page.goto('/sign-in')
  await typePassword(page, tech.email)
  await sendPush(page)
  if (hasScript) await page.getByLabel('Trust this browser for 7 days').check()
  await phoneOf(tech).answer('approve')
  if (!hasScript) {
    await expect(page.getByText('Approved on your phone')).toBeVisible()
    await page.getByLabel('Trust this browser for 7 days').first().check()
    await page.getByRole('button', { name: 'Continue' }).click()
  }
  await expect(home).toBeVisible()

  await (await inMenu(page, 'Signed in as')).getByRole('button', { name: 'Sign out' }).click()
  await page.goto('/sign-in')
  await typePassword(page, tech.email)
  await expect(home).toBeVisible()
})

test('where the firm requires a passkey, a person without it is shown what else works', async ({ page }) => {
  const firm = await strictFirm()
  await db.firm.update({ where: { id: firm.id }, data: { minimumTech: 'passkey' } })
  const tech = await hireRegistered(firm)
  const [code = ''] = await giveCodes(tech)
  await makePasskey(tech)
  await page.goto('/sign-in')
  await typePassword(page, tech.email)
  await page.getByText("I can't use my passkey").click()
  await expect(page.getByText(firm.admin.name)).toBeVisible()

  await page.getByRole('link', { name: 'Use a recovery code' }).click()
  await typeToken(page, code)
  await expect(page.getByRole('heading', { name: 'Your firm requires a stronger method' })).toBeVisible()
})
