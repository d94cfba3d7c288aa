import { db } from '@/lib/db'
import { makeCase } from '../cases/cases'
import { makeEmployee, makeFirm } from '../factories'
import { expectAccessible } from './accessible'
import { hire } from './people'
import { expect, test } from './portal-test'
import { arrive } from './steps'

test('the article on lost phones, and its question what was missing', async ({ page, context }) => {
  await page.goto('/help/lost-phone')
  await expectAccessible(page, 'Lost phone, signed out')
  await arrive(context, await hire(await makeFirm()))
  await page.goto('/help/lost-phone')
  await page.getByRole('button', { name: 'No' }).click()
  await page.getByLabel('What was missing?').fill('A picture.')
  await page.getByRole('button', { name: 'Send feedback' }).click()
  await expect(page.getByText('Thanks for your feedback.')).toBeVisible()
  await expectAccessible(page, 'What was missing, sent')
})

test('votes and requests as support sees them', async ({ page, context }) => {
  const person = await makeEmployee(await makeFirm({ name: 'Firm '.repeat(19) }), { mobileNumber: null })
  await makeCase(person, { state: 'done' })
  await db.articleVote.create({
    data: {
      article: 'lost-phone',
      employeeId: person.id,
      helpful: false,
      missing: `${'w'.repeat(400)}\nMore`,
    },
  })
  const operator = await db.firm.findFirstOrThrow({ where: { isOperator: true } })
  await arrive(context, await hire(operator))

  for (const address of [
    '/support/articles',
    '/support/articles?article=lost-phone',
    '/support/articles?page=900',
  ]) {
    await page.goto(address)
    await expectAccessible(page, address)
  }
  for (const days of [30, 90, 365]) {
    await page.goto(`/support/statistics?days=${days}`)
    await page.getByText('View as table').click()
    await expectAccessible(page, `Numbers of ${days} days`)
  }
})
