import { db } from '@/lib/db'
import { makeCase } from '../../cases/cases'
import { makeFirm, passphrase } from '../../factories'
import { until } from '../arrive'
import { hire } from '../people'
import { phoneOf } from '../phone'
import { expect, test } from '../portal-test'
import { arrive } from '../steps'

async function makeQueue() {
  const mark = crypto.randomUUID().slice(0, 8)
  const firm = await makeFirm({ name: `Firm ${mark}`, mainLine: '+12025550100' })
  const person = await hire(firm, { name: `Vera ${mark}` })
  const made = await makeCase(person, { risks: ['stolen'], reason: 'stolen' })
  const operator = await db.firm.findFirstOrThrow({ where: { isOperator: true } })
  return { mark, person, made, supporter: await hire(operator), colleague: await hire(operator) }
}

test('a supporter finds a request, saves the view, and deletes it again', async ({ page, context }) => {
  const { mark, person, supporter } = await makeQueue()
  await arrive(context, supporter)
  await page.goto('/support/cases')
  await page.getByLabel('Search requests').fill(mark)
  await page.getByLabel('Risk', { exact: true }).selectOption('Stolen')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveURL(/risk=stolen/)
  await expect(page.getByRole('row').filter({ hasText: person.name })).toContainText('Due in')

  await page.getByText('Save this view').click()
  await page.getByLabel('View name').fill('Stolen phones')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('link', { name: 'Clear all' }).click()
  await page.getByRole('link', { name: 'Stolen phones' }).click()
  await expect(page.getByRole('link', { name: person.name })).toBeVisible()
  await page.getByRole('button', { name: 'Remove view Stolen phones' }).click()
  await expect(page.getByText('View removed.')).toBeVisible()
})

test('a case taken by one supporter is read-only for the others until it is released', async ({
  page,
  context,
  colleague: other,
}) => {
  const { mark, person, made, supporter, colleague } = await makeQueue()
  await arrive(context, supporter)
  await arrive(other.context(), colleague)
  await page.goto(`/support/cases?q=${mark}`)
  await page.getByRole('button', { name: `Take request from ${person.name}` }).click()
  await expect(page.getByText("You're working on this request.")).toBeVisible()

  await other.goto(`/support/cases/${made.id}`)
  await expect(other.getByText(`${supporter.name} has been working on this since`)).toBeVisible()
  await expect(other.getByRole('button', { name: /^(Take|Approve|Decline)$/ })).toHaveCount(0)

  await page.getByRole('button', { name: 'Release' }).click()
  await expect(page.getByText("Request released. It's back in the queue.")).toBeVisible()
  await other.reload()
  await other.getByRole('button', { name: 'Take', exact: true }).click()
  await expect(other.getByText("You're working on this request.")).toBeVisible()
})

test('a decision needs a fresh proof, which is given in the same form', async ({ page, context }) => {
  const { made, supporter } = await makeQueue()
  await arrive(context, supporter, { provenMinutesAgo: 20 })
  await page.goto(`/support/cases/${made.id}`)
  await page.getByRole('button', { name: 'Take', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Approve' })).toBeDisabled()
  await page.getByText('Choose a reason').click()
  await page.getByLabel('No answer to our question or call').check()
  await page.getByRole('button', { name: 'Decline' }).click()

  await page.getByLabel('Your password').fill('not the passphrase')
  await page.getByRole('button', { name: 'Decline' }).click()
  await expect(page.getByText('Incorrect password.')).toBeVisible()
  await page.getByLabel('Your password').fill(passphrase)
  await page.getByRole('button', { name: 'Text me a token' }).click()
  await expect(page.getByText("Token sent. It's valid for 10 minutes")).toBeVisible()
  const code = await until(async () => (await phoneOf(supporter).messages()).find((text) => text.code)?.code)
  await page.getByLabel('Token or Security Key').fill(code)
  await page.getByRole('button', { name: 'Decline' }).click()
  await expect(page.getByText("Declined. We're sending the person the reason")).toBeVisible()
})
