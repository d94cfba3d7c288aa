import { db } from '@/lib/db'
import { makePasskey, makeTrusted } from '../account/own'
import { makeFirm } from '../factories'
import { makeApp } from '../sign-in-methods/totp/apps'
import { expectAccessible } from './accessible'
import { hireRegistered } from './people'
import { expect, test } from './portal-test'
import { arrive, leaveFlash } from './steps'

const security = '/account/security'

test('Account, Security in every state is accessible', async ({ page, context }) => {
  const firm = await makeFirm({ requiresSecondFactor: true })
  await db.firm.update({ where: { id: firm.id }, data: { trustDays: 7, allowsApp: false } })
  const tech = await hireRegistered(firm, { pushesLockedAt: new Date(), wrongTokensInRow: 100 })
  await arrive(context, tech)
  await page.goto(security)
  await expectAccessible(page, 'Security with one method, no codes and pushes turned off')

  const { id } = await makeApp(tech)
  await makePasskey(tech, 'A passkey with a name as long as the portal takes it, sixty letters')
  await makePasskey(tech, 'Phone', { clonedAt: new Date() })
  await makeTrusted(tech)
  await leaveFlash(context, security, 'app-added')
  await page.goto(security)
  await expect(page.getByText('Authenticator app added.')).toBeVisible()
  await expectAccessible(page, 'Security with methods of all kinds')
  await page.goto(`${security}/methods/${id}`)
  await expectAccessible(page, 'Sign-in method')
  await page.goto(`${security}/passkey`)
  await expectAccessible(page, 'Add a passkey')
})

test('adding an app is accessible at each step', async ({ page, context }) => {
  await arrive(context, await hireRegistered(await makeFirm({ requiresSecondFactor: true })))
  await page.goto(`${security}/app`)
  await expectAccessible(page, 'Add an app, the name')
  await page.getByRole('button', { name: 'Show QR code' }).click()
  await expect(page.getByRole('heading', { name: /Scan this QR code/ })).toBeFocused()
  await expectAccessible(page, 'Add an app, the code')
  await page.getByLabel('Token', { exact: true }).fill('12345')
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByLabel('Token', { exact: true })).toBeFocused()
  await expectAccessible(page, 'Add an app, a token that is too short')
})

test('recovery codes are accessible before and after they are made', async ({ page, context }) => {
  await arrive(context, await hireRegistered(await makeFirm({ requiresSecondFactor: true })))
  await page.goto(`${security}/recovery-codes`)
  await expectAccessible(page, 'Recovery codes')
  await page.getByRole('button', { name: 'Generate recovery codes' }).click()
  await expect(page.getByRole('heading', { name: 'Recovery codes for the Partner Portal' })).toBeFocused()
  await expectAccessible(page, 'Recovery codes, made')
})
