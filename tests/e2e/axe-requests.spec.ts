import { db } from '@/lib/db'
import { makeCase } from '../cases/cases'
import { makeFirm } from '../factories'
import { expectAccessible } from './accessible'
import { hire, hireRegistered } from './people'
import { expect, test } from './portal-test'
import { arrive } from './steps'

async function firmWithRequests() {
  const firm = await makeFirm({ requiresSecondFactor: true })
  const ada = await hire(firm, { role: 'admin', name: 'Ada Pine' })
  const ben = await hire(firm, { role: 'admin', name: 'Ben Okafor' })
  const maria = await hireRegistered(firm, { name: 'Maria Lopez' })
  await db.employee.update({
    where: { id: maria.id },
    data: { numberProvenAt: new Date(), watchedUntil: new Date(Date.now() + 3_600_000) },
  })
  const lost = await makeCase(maria)
  await makeCase(maria, { kind: 'number_change' })
  await makeCase(ada, { state: 'waiting' })
  await makeCase(ben, { state: 'declined' })
  const asked = {
    firmId: firm.id,
    reason: 'Phone lost on a trip',
    expiresAt: new Date(Date.now() + 3_600_000),
  }
  const about = (person: typeof ben) => ({ employeeId: person.id, employeeName: person.name })
  const by = (person: typeof ben) => ({ askedBy: person.id, askedByName: person.name })
  await db.recoveryRequest.createMany({
    data: [
      { ...asked, ...about(ada), ...by(ben), kind: 'reset' },
      { ...asked, ...about(ben), ...by(ada), kind: 'sign_out' },
      {
        ...asked,
        ...about(ben),
        ...by(ada),
        kind: 'one_time_pass',
        confirmedAt: new Date(),
        answeredBy: ben.name,
      },
      {
        ...asked,
        ...about(ben),
        ...by(ada),
        kind: 'one_time_pass',
        refusedAt: new Date(),
        answeredBy: ben.name,
      },
    ],
  })
  return { firm, ada, ben, maria, lost }
}

test('the requests of a firm', async ({ page, context }) => {
  const { ada } = await firmWithRequests()
  await arrive(context, ada)
  await page.goto('/admin/requests')
  await page.getByText('Confirm it was Maria Lopez').click()
  await page.getByText('Report it as suspicious').first().click()
  await expectAccessible(page, 'Requests')
  await page.getByRole('button', { name: 'Confirm request of Maria Lopez' }).click()
  await expect(page.getByText('Tell us how you know')).toBeVisible()
  await expectAccessible(page, 'Requests, empty note')
  await page.getByRole('button', { name: 'Show one-time pass for Ben Okafor' }).click()
  await expect(page.getByText('One-time pass for Ben Okafor', { exact: true })).toBeVisible()
  await expectAccessible(page, 'Requests, shown pass')
})

test('help for one person', async ({ page, context }) => {
  const { ada, ben, maria } = await firmWithRequests()
  await arrive(context, ada)
  for (const person of [maria, ben]) {
    await page.goto(`/admin/employees/${person.id}/edit`)
    for (const act of await page.getByRole('group').locator('summary').all()) await act.click()
    await expectAccessible(page, `Help ${person.name}`)
  }
  await page.goto('/admin/employees')
  await expectAccessible(page, 'List with a pending number change')
})

test('vouching, and your own account', async ({ page, context }) => {
  const { firm, maria, lost } = await firmWithRequests()
  const colleague = await hire(firm, { createdAt: new Date(Date.now() - 86_400_000) })
  await arrive(context, colleague)
  await page.goto(`/vouch/${lost.id}`)
  await expectAccessible(page, 'Vouch')
  await page.getByLabel('How do you know?').fill('We sat together this morning.')
  await page.getByRole('button', { name: 'Vouch for Maria Lopez' }).click()
  await expect(page.getByText(/vouched for Maria Lopez/)).toBeVisible()
  await expectAccessible(page, 'Vouched')

  await arrive(context, maria)
  await page.goto(`/vouch/${lost.id}`)
  await expect(page.getByText('This is your own request.')).toBeVisible()
  await page.goto('/account/security')
  await expect(page.getByText('Extra checks on your account')).toBeVisible()
  await expectAccessible(page, 'Security, watched')
})

test('no requests', async ({ page, context }) => {
  const firm = await makeFirm()
  await arrive(context, await hire(firm, { role: 'admin' }))
  await page.goto('/admin/requests')
  await expect(page.getByText('No open requests')).toBeVisible()
  await expectAccessible(page, 'No requests')
})
