import type { Page } from '@playwright/test'
import { db } from '@/lib/db'
import { digitsOf, makeFirm, passphrase } from '../../factories'
import { until } from '../arrive'
import { freeNumber, hire, hireRegistered } from '../people'
import { phoneOf } from '../phone'
import { expect, test } from '../portal-test'
import { arrive, mailTo } from '../steps'

const oneTimePass = /^([A-Z2-9]{4}-){3}[A-Z2-9]{4}$/

/** Opens one of the acts in the window of this person and gives it a reason. */
async function openAct(page: Page, person: { id: string }, title: string) {
  await page.goto(`/admin/employees/${person.id}/edit`)
  const act = page.getByRole('group').filter({ hasText: title })
  await act.getByText(title).first().click()
  await act.getByLabel('Reason').fill('Phone fell into a lake')
  return act
}

async function firmWithPeople() {
  const firm = await makeFirm({ requiresSecondFactor: true })
  const ada = await hire(firm, { role: 'admin', name: 'Ada Pine' })
  const ben = await hire(firm, { role: 'admin', name: 'Ben Okafor' })
  const maria = await hireRegistered(firm, { name: 'Maria Lopez' })
  await db.employee.update({ where: { id: maria.id }, data: { numberProvenAt: new Date() } })
  return { firm, ada, ben, maria }
}

test('a one-time pass is shown once, and its person is notified', async ({ page, context }) => {
  const { ada, maria } = await firmWithPeople()
  await arrive(context, ada)
  const act = await openAct(page, maria, 'Create a one-time pass')
  await act.getByRole('button', { name: 'Create one-time pass' }).click()
  const shown = page.getByText(oneTimePass)
  await expect(shown).toBeVisible()
  await expect(page).toHaveURL(`/admin/employees/${maria.id}/edit`)
  const { text } = await mailTo(maria.email, 'One-time pass')
  expect(text).not.toContain((await shown.textContent())?.slice(0, 9))

  await page.goto(`/admin/employees/${maria.id}/edit`)
  await expect(page.getByText(oneTimePass)).toBeHidden()
})

test('a reset keeps the person in the firm and leaves the phone enrollment pending', async ({
  page,
  context,
}) => {
  const { ada, maria } = await firmWithPeople()
  await arrive(context, ada)
  const act = await openAct(page, maria, 'Reset second factor')
  await act.getByRole('button', { name: 'Reset second factor' }).click()
  await expect(page.getByText('Second factor of Maria Lopez reset.')).toBeVisible()

  await page.goto('/admin/employees')
  await expect(page.getByRole('row', { name: /Maria Lopez/ })).toContainText('Phone setup pending')
})

test('disabled tokens are unlocked, and the person is notified', async ({ page, context }) => {
  const { ada, maria } = await firmWithPeople()
  await arrive(context, ada)
  await page.goto(`/admin/employees/${maria.id}/edit`)
  await expect(page.getByText('Sign out everywhere').first()).toBeVisible()
  await expect(page.getByText('Unlock tokens')).toBeHidden()

  await db.employee.update({ where: { id: maria.id }, data: { wrongTokensInRow: 100 } })
  const act = await openAct(page, maria, 'Unlock tokens')
  await expect(page.getByText('Tokens disabled')).toBeVisible()
  await act.getByRole('button', { name: 'Unlock tokens' }).click()
  await expect(page.getByText('Unlocked tokens and recovery codes of Maria Lopez.')).toBeVisible()
  expect((await mailTo(maria.email, 'Tokens unlocked for your account')).text).toContain(
    'Phone fell into a lake',
  )
})

test('a one-time pass for an admin takes a second admin, and is shown to the first', async ({
  page,
  context,
  colleague,
}) => {
  const { firm, ada, ben } = await firmWithPeople()
  const cy = await hire(firm, { role: 'admin', name: 'Cy Holt' })
  await arrive(context, ada)
  await arrive(colleague.context(), cy)
  const act = await openAct(page, ben, 'Create a one-time pass')
  await act.getByRole('button', { name: 'Request one-time pass' }).click()
  await expect(page.getByText('Requested. Ben Okafor and the other admins have 24 hours')).toBeVisible()
  await page.goto('/admin/requests')
  await expect(page.getByRole('button', { name: 'Withdraw recovery of Ben Okafor' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Confirm recovery of Ben Okafor' })).toBeHidden()

  await colleague.goto('/admin/requests')
  await colleague.getByRole('button', { name: 'Confirm recovery of Ben Okafor' }).click()
  await expect(colleague.getByText('Confirmed.', { exact: true })).toBeVisible()
  await page.goto('/admin/requests')
  await page.getByRole('button', { name: 'Show one-time pass for Ben Okafor' }).click()
  await expect(page.getByText(oneTimePass)).toBeVisible()
  await page.goto('/admin/requests')
  await expect(page.getByText(oneTimePass)).toBeHidden()
  await expect(page.getByRole('row', { name: /Ben Okafor/ })).toContainText('Confirmed by Cy Holt')
})

test('a number in use is held, shown to both, and can be cancelled', async ({ page, context, colleague }) => {
  const { ada, maria } = await firmWithPeople()
  await arrive(context, ada)
  await arrive(colleague.context(), maria)
  const number = digitsOf(await freeNumber())
  await page.goto(`/admin/employees/${maria.id}/edit`)
  await page.getByLabel('Mobile phone number').fill(number)
  await page.getByRole('button', { name: 'Save Changes' }).click()
  await expect(page.getByText(/will be notified by email and by text to the old number/)).toBeVisible()
  await expect(page.getByRole('row', { name: /Maria Lopez/ })).toContainText('Number change pending')
  await colleague.goto('/account/security')
  await expect(
    colleague.getByText(`A change to the number ending ${number.slice(-4)} is pending`),
  ).toBeVisible()

  await page.getByRole('link', { name: 'Edit Maria Lopez' }).click()
  await page.getByRole('button', { name: 'Cancel number change' }).click()
  await expect(page.getByText('Maria Lopez keeps the old number.')).toBeVisible()
  await expect(page.getByRole('row', { name: /Maria Lopez/ })).not.toContainText('Number change pending')
})

test('without a fresh proof the dialog asks for one, and keeps what was typed', {
  tag: '@no-script',
}, async ({ page, context }) => {
  const { ada, maria } = await firmWithPeople()
  await arrive(context, ada, { provenMinutesAgo: 11 })
  const number = digitsOf(await freeNumber())
  await page.goto(`/admin/employees/${maria.id}/edit`)
  await page.getByLabel('Mobile phone number').fill(number)
  await page.getByRole('button', { name: 'Save Changes' }).click()
  await page.getByLabel('Your password').fill(passphrase)
  await page.getByRole('button', { name: 'Text me a token' }).click()
  await expect(page.getByText("Token sent. It's valid for 10 minutes")).toBeVisible()
  await expect(page.getByLabel('Mobile phone number')).toHaveValue(number)

  await page.getByLabel('Token or Security Key').fill('0000000')
  await page.getByRole('button', { name: 'Save Changes' }).click()
  await expect(page.getByText('That token is wrong')).toBeVisible()
  const code = await until(async () => (await phoneOf(ada).messages()).find((text) => text.code)?.code)
  await page.getByLabel('Token or Security Key').fill(code)
  await page.getByRole('button', { name: 'Save Changes' }).click()
  await expect(page.getByText(/will be notified by email and by text to the old number/)).toBeVisible()

  const act = await openAct(page, maria, 'Reset second factor')
  await act.getByRole('button', { name: 'Reset second factor' }).click()
  await expect(page.getByText('Second factor of Maria Lopez reset.')).toBeVisible()
})
