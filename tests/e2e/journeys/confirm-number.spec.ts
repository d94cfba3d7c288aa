import { db } from '@/lib/db'
import { makeFirm, passphrase } from '../../factories'
import { hire, hireRegistered } from '../people'
import { phoneOf } from '../phone'
import { expect, test } from '../portal-test'
import { arrive, mailTo, readTextedToken, tokenField } from '../steps'

/** Ada asks Maria, who has no app on the phone, to confirm the number. */
async function firmWithMaria() {
  const firm = await makeFirm({ requiresSecondFactor: true })
  const ada = await hire(firm, { role: 'admin', name: 'Ada Pine' })
  const maria = await hireRegistered(firm, { name: 'Maria Lopez', testedAt: null })
  await phoneOf(maria).devices([])
  return { firm, ada, maria }
}

const subject = 'Confirm your mobile phone number'
const linkIn = (text: string) => /http:\S+\/confirm-number\/\S+/.exec(text)?.[0] ?? ''

test('an admin asks, the person confirms the number, and the list shows it', { tag: '@phone' }, async ({
  page,
  context,
  colleague,
}) => {
  const { ada, maria } = await firmWithMaria()
  await arrive(colleague.context(), ada)
  await colleague.goto(`/admin/employees/${maria.id}/edit`)
  await colleague.getByRole('button', { name: 'Send confirmation link' }).click()
  await expect(colleague.getByText('Confirmation link sent to Maria Lopez.')).toBeVisible()

  await page.goto(linkIn((await mailTo(maria.email, subject)).text))
  const main = page.getByRole('main')
  await expect(main).toContainText(`${maria.email[0]}***@`)
  for (const secret of [maria.email, maria.name, maria.mobileNumber?.slice(-4) ?? ''])
    await expect(main).not.toContainText(secret)
  await page.getByLabel('Password', { exact: true }).fill('not the right one')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText("That's not your password, or there were too many tries.")).toBeVisible()
  expect(await phoneOf(maria).messages()).toEqual([])

  await page.getByLabel('Password', { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: 'Continue' }).click()
  const token = await readTextedToken(page, maria)
  await tokenField(page).fill(token === '1234567' ? '7654321' : '1234567')
  await page.getByRole('button', { name: 'Confirm number' }).click()
  await expect(page.getByText('That token is wrong or has expired. You have 4 tries left.')).toBeVisible()
  await tokenField(page).fill(token)
  await page.getByRole('button', { name: 'Confirm number' }).click()
  await expect(page.getByRole('heading', { name: 'Your number is confirmed' })).toBeVisible()
  await page.getByRole('link', { name: 'Go to sign-in' }).click()
  await expect(page).toHaveURL('/sign-in')

  await colleague.goto('/admin/employees')
  await expect(colleague.getByRole('row', { name: /Maria Lopez/ })).toContainText('Confirmed')
  expect(await db.session.count({ where: { employeeId: maria.id } })).toBe(0)
  expect((await context.cookies()).map(({ name }) => name)).not.toContain('__Host-session')
  await mailTo(maria.email, 'Mobile phone number confirmed')
})

test('the link with the right password does not lead into the sign-in', async ({
  page,
  context,
  colleague,
}) => {
  const { ada, maria } = await firmWithMaria()
  await arrive(colleague.context(), ada)
  await colleague.goto(`/admin/employees/${maria.id}/edit`)
  await colleague.getByRole('button', { name: 'Send confirmation link' }).click()
  const link = linkIn((await mailTo(maria.email, subject)).text)
  await page.goto(link)
  await page.getByLabel('Password', { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('button', { name: 'Text me a token' })).toBeVisible()

  const pages = [
    '/sign-in/second-step',
    '/lost-phone',
    '/new-phone',
    '/sign-in/add-method',
    '/lost-phone/request',
  ]
  for (const address of pages) {
    await page.goto(address)
    await expect(page).toHaveURL('/sign-in?ended=1')
  }
  await page.goto('/')
  await expect(page).toHaveURL(/\/sign-in/)
  await page.goto(link)
  await expect(page.getByRole('button', { name: 'Text me a token' })).toBeVisible()
  expect((await context.cookies()).map(({ name }) => name)).not.toContain('__Host-session')
})

test('a link that has ended says where the next one comes from', async ({ page }) => {
  await page.goto(`/confirm-number/${'x'.repeat(43)}`)
  await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible()
  await expect(page.getByText('ask an admin at your firm for a new link')).toBeVisible()
})

test('a saved number is followed by the question, and asked once a minute', async ({ page, context }) => {
  const { ada, maria } = await firmWithMaria()
  await arrive(context, ada)
  await page.goto(`/admin/employees/${maria.id}/edit`)
  await page.getByLabel('Name', { exact: true }).fill('Maria Lopez-Wu')
  await page.getByRole('button', { name: 'Save Changes' }).click()
  await expect(page.getByText('Ask Maria Lopez-Wu to confirm the number now?')).toBeVisible()
  await page.getByRole('button', { name: 'Send confirmation link' }).click()
  await expect(page.getByText('Confirmation link sent to Maria Lopez-Wu.')).toBeVisible()
  await mailTo(maria.email, subject)

  await page.goto(`/admin/employees/${maria.id}/edit`)
  await page.getByRole('button', { name: 'Send confirmation link' }).click()
  await expect(page.getByText('We sent a link less than a minute ago.')).toBeVisible()
})
