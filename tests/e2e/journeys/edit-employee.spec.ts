import type { Page } from '@playwright/test'
import { db } from '@/lib/db'
import { digitsOf, makeFirm } from '../../factories'
import { until } from '../arrive'
import { freeNumber, hire } from '../people'
import { phoneOf } from '../phone'
import { expect, test } from '../portal-test'
import { arrive, mailTo } from '../steps'

const rowOf = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) })
const numberField = (page: Page) => page.getByLabel('Mobile phone number')
const save = (page: Page) => page.getByRole('button', { name: 'Save Changes' }).click()

test('a number is typed as digits, and the one that was meant is offered', {
  tag: ['@no-script', '@phone'],
}, async ({ page, context }) => {
  const firm = await makeFirm()
  await arrive(context, await hire(firm, { role: 'admin' }))
  const maria = await hire(firm, { name: 'Maria Lopez', mobileNumber: null })
  const digits = digitsOf(await freeNumber())
  const [, area, rest] = /^1(\d{3})555(\d{4})$/.exec(digits) ?? []
  await page.goto('/admin/employees')
  await page.getByRole('link', { name: 'Edit Maria Lopez' }).click()

  await numberField(page).fill(`+1 (${area}) 555-${rest}`)
  await save(page)
  await expect(numberField(page)).toHaveAccessibleDescription(
    /Use digits only: no spaces, punctuation or dashes\./,
  )
  // What is said while typing may come before the answer to Save Changes, and until then no other button answers.
  await expect(page.getByRole('button', { name: 'Save Changes' })).toBeEnabled()
  await page.getByRole('button', { name: `Use ${digits}` }).click()
  await expect(numberField(page)).toHaveValue(digits)
  await expect(page.getByText(`Texts will go to +1 ${area}-555-${rest} (United States)`)).toBeVisible()
  await save(page)

  await expect(page.getByText('Saved changes to Maria Lopez.')).toBeVisible()
  await expect(rowOf(page, 'Maria Lopez')).toContainText(`ending ${rest}`)
  await expect(rowOf(page, 'Maria Lopez')).toContainText('Not confirmed')
  await page.getByRole('link', { name: 'Show the number of Maria Lopez' }).click()
  await expect(rowOf(page, 'Maria Lopez')).toContainText(`+1 ${area}-555-${rest} (United States)`)
  expect(await phoneOf({ mobileNumber: `+${digits}` }).messages()).toEqual([])
  expect((await mailTo(maria.email, 'Your mobile phone number was changed')).text).toContain(`ending ${rest}`)
})

test('the Edit Employee window has its own address', { tag: ['@no-script', '@phone'] }, async ({
  page,
  context,
}) => {
  const firm = await makeFirm()
  await arrive(context, await hire(firm, { role: 'admin' }))
  const dan = await hire(firm, { name: 'Dan Wu' })
  await page.goto('/admin/employees?q=dan')
  await page.getByRole('link', { name: 'Edit Dan Wu' }).click()
  const title = page.getByRole('heading', { name: 'Edit Employee' })
  await expect(title).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`/admin/employees/${dan.id}/edit`))

  await page.reload()
  await expect(title).toBeVisible()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Dan Wu')
  await page.goBack()
  await expect(title).toBeHidden()
  await expect(page).toHaveURL('/admin/employees?q=dan')

  await page.goto(`/admin/employees/${dan.id}/edit?back=${encodeURIComponent('q=dan')}`)
  await page.getByRole('link', { name: 'Cancel' }).click()
  await expect(page).toHaveURL('/admin/employees?q=dan')
})

test('two people on one phone need a check box', async ({ page, context }) => {
  const firm = await makeFirm()
  await arrive(context, await hire(firm, { role: 'admin' }))
  const dan = await hire(firm, { name: 'Dan Wu' })
  const eve = await hire(firm, { name: 'Eve Ray', mobileNumber: null })
  await page.goto(`/admin/employees/${eve.id}/edit`)
  await numberField(page).fill(digitsOf(dan.mobileNumber ?? ''))
  await save(page)

  await expect(page.getByText('Also used by Dan Wu')).toBeVisible()
  await page.getByLabel('These two people share a phone').check()
  await save(page)

  await expect(page.getByText('Saved changes to Eve Ray.')).toBeVisible()
})

test('of two admins the second is shown what the first has changed', async ({ page, context, colleague }) => {
  const firm = await makeFirm()
  await arrive(context, await hire(firm, { role: 'admin', name: 'Ben Okafor' }))
  await arrive(colleague.context(), await hire(firm, { role: 'admin', name: 'Priya Nair' }))
  const dan = await hire(firm, { name: 'Dan Wu' })
  await page.goto(`/admin/employees/${dan.id}/edit`)
  await colleague.goto(`/admin/employees/${dan.id}/edit`)

  await page.getByLabel('Name', { exact: true }).fill('Daniel Wu')
  await save(page)
  await expect(page.getByText('Saved changes to Daniel Wu.')).toBeVisible()
  await colleague.getByLabel('Name', { exact: true }).fill('Dan Wu-Meyer')
  await save(colleague)

  await expect(colleague.getByText('Ben Okafor changed this employee while you were editing')).toBeVisible()
  await expect(colleague.getByText('Theirs: Daniel Wu')).toBeVisible()
  await expect(colleague.getByRole('link', { name: 'Use theirs' })).toBeVisible()
  await colleague.getByRole('button', { name: 'Overwrite with mine' }).click()
  await expect(colleague.getByText('Saved changes to Dan Wu-Meyer.')).toBeVisible()
})

test('a change that breaks the policy or removes the last admin is refused in its form', async ({
  page,
  context,
}) => {
  const firm = await makeFirm({ requiresSecondFactor: true })
  const admin = await hire(firm, { role: 'admin' })
  const tech = await hire(firm)
  await arrive(context, admin)
  await page.goto(`/admin/employees/${tech.id}/edit`)
  await numberField(page).fill('')
  await save(page)
  await expect(numberField(page)).toHaveAccessibleDescription(/every active employee needs a mobile number/)

  await page.goto(`/admin/employees/${admin.id}/edit`)
  await page.getByLabel('Tech', { exact: true }).check()
  await save(page)
  await expect(page.getByText('Only another admin can change your role.')).toBeVisible()
  await page.goto(`/admin/employees/${admin.id}/edit`)
  await page.getByLabel('Active').uncheck()
  await save(page)
  await expect(page.getByText("You can't deactivate yourself. Another admin can.")).toBeVisible()

  await db.employee.update({ where: { id: firm.admin.id }, data: { active: false } })
  await save(page)
  await expect(page.getByText('A firm needs at least one active admin.')).toBeVisible()
})

test('a number that Authy refuses is shown with its reason and can be tried again', async ({
  page,
  context,
}) => {
  const firm = await makeFirm()
  await arrive(context, await hire(firm, { role: 'admin' }))
  const dan = await hire(firm, { name: 'Dan Wu', mobileNumber: null })
  const mobileNumber = await freeNumber()
  const phone = phoneOf({ mobileNumber })
  await phone.fault('register', '60027')
  const vendorState = async (state: string) =>
    (await db.employee.findUniqueOrThrow({ where: { id: dan.id } })).vendorState === state
  await page.goto(`/admin/employees/${dan.id}/edit`)
  await numberField(page).fill(digitsOf(mobileNumber))
  await save(page)
  await expect(page.getByText('Saved changes to Dan Wu.')).toBeVisible()

  await until(() => vendorState('refused'))
  await page.reload()
  await expect(rowOf(page, 'Dan Wu')).toContainText('Authy refused this number')
  await phone.clearFaults()
  await page.getByRole('button', { name: 'Retry for Dan Wu' }).click()
  await expect(page.getByText('Retrying to register the number of Dan Wu with Authy.')).toBeVisible()
  await until(() => vendorState('registered'))
  await page.reload()

  await expect(rowOf(page, 'Dan Wu')).toContainText('Not confirmed')
})
