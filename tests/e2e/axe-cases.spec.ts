import { db } from '@/lib/db'
import { makeCase, makeNotification } from '../cases/cases'
import { makeFirm } from '../factories'
import { expectAccessible } from './accessible'
import { hire } from './people'
import { expect, test } from './portal-test'
import { arrive } from './steps'

test('the queue, full, filtered, empty, with its keys and a view to save', async ({ page, context }) => {
  const firm = await makeFirm({ name: 'Firm '.repeat(19) })
  await makeCase(await hire(firm, { name: 'N'.repeat(100) }), { risks: ['stolen', 'new-browser', 'watched'] })
  await makeCase(await hire(firm), { state: 'asked' })
  await arrive(context, await hire(await operator()))

  await page.goto('/support/cases')
  await expectAccessible(page, 'Queue')
  await page.getByRole('button', { name: 'Shortcuts' }).click()
  await expectAccessible(page, 'Shortcuts')
  await page.goto('/support/cases?view=asked&q=firm')
  await page.getByText('Save this view').click()
  await page.getByLabel('View name').fill('x')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('View saved.')).toBeVisible()
  await expectAccessible(page, 'Queue with a saved view')
  for (const view of ['waiting', 'ready', 'closed', 'mine']) {
    await page.goto(`/support/cases?view=${view}`)
    await expectAccessible(page, view)
  }
  await page.goto('/support/cases?q=nobodyhasthisname')
  await expectAccessible(page, 'Nothing found')
  await page.goto('/')
  await expectAccessible(page, 'Home of a supporter')
})

test('a case, taken or not, verified or not, decided or not', async ({ page, context }) => {
  const firm = await makeFirm({ mainLine: '+12025550100' })
  const supporter = await hire(await operator())
  const person = await hire(firm, { vendorUserId: 'unknown to the vendor', vendorState: 'registered' })
  const made = await makeCase(person, { words: 'w'.repeat(1000), requestedNumber: '+12025550199' })
  await makeNotification(made, { sentAt: new Date() })
  const colleague = await makeCase(await hire(firm), {
    state: 'checking',
    ownerId: crypto.randomUUID(),
    ownedAt: new Date(),
  })
  const closed = await makeCase(await hire(firm, { name: 'N'.repeat(100) }), { state: 'declined' })
  await arrive(context, supporter)

  for (const { id, state } of [colleague, closed]) {
    await page.goto(`/support/cases/${id}`)
    await expectAccessible(page, `A case that is ${state}`)
  }
  await page.goto(`/support/cases/${made.id}`)
  await page.getByRole('button', { name: 'Take' }).click()
  await expect(page.getByText("You're working on this request.")).toBeVisible()
  await expect(page.getByText('Not verified', { exact: true })).toBeVisible()
  for (const summary of await page.locator('summary').all()) await summary.click()
  await page.getByRole('button', { name: 'Save evidence' }).first().click()
  await expect(page.getByText('at least 10 characters')).toBeVisible()
  await expectAccessible(page, 'Not verified, with its forms')

  const by = { byId: supporter.id, byName: supporter.name, note: 'n'.repeat(400) }
  await db.caseEvidence.create({ data: { caseId: made.id, kind: 'call_back', ...by } })
  await page.goto(`/support/cases/${made.id}`)
  await expect(page.getByText('Verified', { exact: true })).toBeVisible()
  await expectAccessible(page, 'Verified')
})

function operator() {
  return db.firm.findFirstOrThrow({ where: { isOperator: true } })
}
