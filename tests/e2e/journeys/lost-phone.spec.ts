import type { Page } from '@playwright/test'
import { db } from '@/lib/db'
import { caseOf, passHours } from '../case-time'
import { hireSupporters, makeFirmWithTech } from '../lost-phone-people'
import {
  addressIn,
  approveCase,
  askForPhone,
  enrollPhone,
  takeAndCheck,
  textOn,
  tick,
} from '../lost-phone-steps'
import { expect, test } from '../portal-test'
import { approve, mailTo, sendPush, typePassword } from '../steps'

test('from the lost phone to signing in with the new one', { tag: ['@no-script', '@phone'] }, async ({
  page,
  colleague,
  hasScript,
}) => {
  const { tech, admin, newNumber } = await makeFirmWithTech()
  const [supporter] = await hireSupporters()
  const opened = await askForPhone(page, tech, { hasScript, newNumber })
  await expect(page.getByRole('list', { name: 'Steps' })).toContainText('Received, current step')
  await expect(page.getByText(/^in (47 h|48 h|1 d)/).first()).toBeVisible()
  const name = `LP-${opened.number}`
  const mail = await mailTo(tech.email, `${name}: phone reset requested`)
  expect(addressIn(mail.text, '/lost-phone/case/')).toBe(page.url().replace(/\?.*$/, ''))
  expect((await mailTo(admin.email, `${name}: `)).text).toContain('/lost-phone/stop/')
  await textOn(tech, name)

  await takeAndCheck(colleague, colleague.context(), supporter, opened.id)
  await expect(colleague.getByText('Not verified', { exact: true })).toBeVisible()
  await expect(colleague.getByRole('button', { name: 'Approve' })).toBeDisabled()
  await tick(colleague, 'call back')
  await approveCase(colleague)
  await caseOf(tech, 'waiting')
  await mailTo(tech.email, `${name}: phone reset approved`)
  await page.reload()
  await expect(page.getByRole('list', { name: 'Steps' })).toContainText('Security hold, current step')

  await passHours(opened.id, 25)
  await caseOf(tech, 'ready')
  const { text } = await mailTo(tech.email, 'Set up your new phone')
  expect((await db.employee.findUniqueOrThrow({ where: { id: tech.id } })).vendorUserId).toBeNull()
  const onNewPhone = { ...tech, mobileNumber: newNumber }
  await enrollPhone(page, onNewPhone, addressIn(text, '/new-phone/'))
  await page.getByRole('link', { name: 'Later' }).click()
  await expect(page.getByRole('heading', { name: `Hello, ${tech.name}` })).toBeVisible()
  await caseOf(tech, 'done')
  await textOn(tech, 'Your account now uses another phone')
})

test('the rightful owner cancels it during the hold, and the old phone still works', async ({
  page,
  colleague,
  hasScript,
}) => {
  const { tech, admin, newNumber } = await makeFirmWithTech()
  const [supporter] = await hireSupporters()
  const opened = await askForPhone(colleague, tech, { hasScript, newNumber })
  await takeAndCheck(colleague, colleague.context(), supporter, opened.id)
  await tick(colleague, 'call back')
  await approveCase(colleague)
  await caseOf(tech, 'waiting')

  await page.goto(addressIn(await textOn(tech, 'was approved'), '/lost-phone/stop/'))
  await expect(page.getByRole('heading', { name: `Cancel request LP-${opened.number}?` })).toBeVisible()
  await caseOf(tech, 'waiting')
  await page.getByRole('button', { name: 'Cancel this request' }).click()
  await expect(page.getByText('Closed permanently')).toBeVisible()
  await mailTo(admin.email, `LP-${opened.number}: alert: ${tech.name}'s request was canceled`)
  await passHours(opened.id, 48)
  await page.reload()
  await expect(page.getByText('Closed permanently')).toBeVisible()

  await page.goto('/sign-in')
  await typePassword(page, tech.email)
  await sendPush(page)
  await approve(page, tech, hasScript, await numberOn(page))
  await expect(page.getByRole('heading', { name: `Hello, ${tech.name}` })).toBeVisible()
})

test('support declines, and the person reads why and what to do', { tag: '@no-script' }, async ({
  page,
  colleague,
  hasScript,
}) => {
  const { tech, newNumber } = await makeFirmWithTech()
  const [supporter] = await hireSupporters()
  const opened = await askForPhone(page, tech, { hasScript, newNumber })
  await takeAndCheck(colleague, colleague.context(), supporter, opened.id)
  await colleague.getByText('Choose a reason').click()
  await colleague
    .getByLabel(/not .*sure|verif/i)
    .first()
    .check()
  await colleague.getByLabel('Note', { exact: false }).last().fill('Did not know the name of the firm')
  await colleague.getByRole('button', { name: 'Decline' }).click()
  await caseOf(tech, 'declined')

  const { text } = await mailTo(tech.email, `LP-${opened.number}: we couldn't approve your request`)
  expect(text).not.toContain('Did not know')
  await page.reload()
  await expect(page.getByRole('list', { name: 'Steps' })).toContainText('Closed: declined')
})

test('signing in with the phone that was reported lost closes the request', async ({ page, hasScript }) => {
  const { tech, admin, newNumber } = await makeFirmWithTech()
  const opened = await askForPhone(page, tech, { hasScript, newNumber })
  await page.goto('/sign-in')
  await typePassword(page, tech.email)
  await sendPush(page)
  await approve(page, tech, hasScript, await numberOn(page))
  await expect(page.getByRole('heading', { name: `Hello, ${tech.name}` })).toBeVisible()

  await caseOf(tech, 'found')
  await mailTo(tech.email, `LP-${opened.number}: request closed because your phone was used`)
  await mailTo(admin.email, `LP-${opened.number}: ${tech.name}'s request was closed`)
})

test('support asks for more, the clock is paused, and the person answers', async ({
  page,
  colleague,
  hasScript,
}) => {
  const { tech, newNumber } = await makeFirmWithTech()
  const [supporter] = await hireSupporters()
  const opened = await askForPhone(page, tech, { hasScript, newNumber })
  const address = page.url()
  await takeAndCheck(colleague, colleague.context(), supporter, opened.id)
  await colleague.getByText('Write a question').click()
  await colleague.getByLabel('Your question').fill('Who is your team lead this year?')
  await colleague.getByRole('button', { name: 'Send question' }).click()
  await caseOf(tech, 'asked')
  await passHours(opened.id, 60)

  await page.goto(address)
  await expect(page.getByText('Paused', { exact: true })).toBeVisible()
  await page.getByLabel('Your answer').fill('Robin Falk, since March')
  await page.getByRole('button', { name: 'Send answer' }).click()
  await expect(page.getByText('Support has your answer')).toBeVisible()
  await caseOf(tech, 'received')
  await expect(page.getByText(/our answer is late/)).toBeHidden()
})

test('a request is withdrawn from its own page', { tag: ['@no-script', '@phone'] }, async ({
  page,
  hasScript,
}) => {
  const { tech, newNumber } = await makeFirmWithTech()
  await askForPhone(page, tech, { hasScript, newNumber, reason: "It's broken" })
  await page.getByText('Withdraw this request').click()
  await page.getByRole('button', { name: 'Withdraw request' }).click()
  await expect(page.getByRole('list', { name: 'Steps' })).toContainText('Closed: withdrawn')
})

/** Of the newest request: the phone may still show an older one. */
async function numberOn(page: Page): Promise<string> {
  const words = await page.getByText(/Check that your phone shows \d\d/).textContent()
  return /shows (\d\d)/.exec(words ?? '')?.[1] ?? ''
}
