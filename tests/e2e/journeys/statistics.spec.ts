import { readFile } from 'node:fs/promises'
import { db } from '@/lib/db'
import { makeCase } from '../../cases/cases'
import { makeEmployee, makeFirm } from '../../factories'
import { hire } from '../people'
import { expect, test } from '../portal-test'
import { arrive } from '../steps'

test('a supporter sees a longer period, the table behind the chart, and exports them', async ({
  page,
  context,
}) => {
  const mark = crypto.randomUUID().slice(0, 8)
  const person = await makeEmployee(await makeFirm({ name: `=Firm ${mark}` }), { mobileNumber: null })
  const openedAt = new Date(Date.now() - 60 * 24 * 60 * 60_000)
  const { number } = await makeCase(person, { state: 'found', reason: 'new_number', openedAt })
  const operator = await db.firm.findFirstOrThrow({ where: { isOperator: true } })
  await arrive(context, await hire(operator))

  await page.goto('/support/statistics')
  await page.getByRole('link', { name: '90 days' }).click()
  await expect(page).toHaveURL('/support/statistics?days=90')
  await expect(page.getByText('opened in the last 90 days')).toBeVisible()
  await expect(page.getByRole('img', { name: /requests in 90 days/ })).toBeVisible()
  await page.getByText('View as table').click()
  const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' }).format(openedAt)
  await expect(page.getByRole('row', { name: new RegExp(`^${day}`) })).toBeVisible()

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('phone-reset-requests-90-days.csv')
  const csv = await readFile(await download.path(), 'utf8')
  expect(csv).toMatch(/^\uFEFFNumber,Opened \(UTC\),/)
  expect(csv).toMatch(new RegExp(`^${number},.*,new_number,found,'=Firm ${mark},tech,`, 'm'))
  expect(csv).not.toContain(person.name)
})
