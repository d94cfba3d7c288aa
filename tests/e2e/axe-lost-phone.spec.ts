import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db'
import { pageSecret, stopSecret } from '@/lib/mail-links/case-links'
import { makeLink } from '@/lib/mail-links/make-link'
import { storedId } from '@/lib/secrets/secret-id'
import type { ResetCase } from '@/prisma/client/client'
import { makeCase } from '../cases/cases'
import { digitsOf, passphrase } from '../factories'
import { expectAccessible } from './accessible'
import { makeFirmWithTech } from './lost-phone-people'
import { expect, test } from './portal-test'
import { mailTo, reachSecondStep } from './steps'

test('asking for a new phone', async ({ page }) => {
  const { tech, newNumber } = await makeFirmWithTech()
  await reachSecondStep(page, tech, true)
  await page.getByRole('button', { name: "I don't have access to my phone" }).click()
  await expectAccessible(page, 'Without your phone')
  await page.getByRole('link', { name: 'Request a phone reset' }).click()
  await page.getByRole('button', { name: 'Email me a code' }).click()
  await expect(page.getByText('Choose what happened.')).toBeVisible()
  await expectAccessible(page, 'The request, with errors')
  await page.getByLabel('I lost it').check()
  await page.getByLabel('Not sure').check()
  await page.getByLabel('New mobile number').fill(digitsOf(newNumber))
  await page.getByRole('button', { name: 'Email me a code' }).click()
  await page.getByLabel('Code from your email').fill('1')
  await page.getByRole('button', { name: 'Submit request' }).click()
  await expect(page.getByText('The code has 8 digits.')).toBeVisible()
  await expectAccessible(page, 'The code, wrong')
})

test('the page of a request and of its stop link', async ({ page }) => {
  const { tech } = await makeFirmWithTech()
  for (const state of ['received', 'asked', 'waiting', 'ready', 'done', 'stopped', 'declined'] as const) {
    const about = await makeCase(tech, { state })
    await page.goto(`/lost-phone/case/${pageSecret(about.id)}`)
    await expect(page.getByRole('heading', { name: `Request LP-${about.number}` })).toBeVisible()
    await expectAccessible(page, `The page of a request that is ${state}`)
    await page.goto(`/lost-phone/stop/${await stopLinkOf(about)}`)
    await expectAccessible(page, `The stop page of a request that is ${state}`)
    await db.resetCase.updateMany({ where: { id: about.id, closedAt: null }, data: { state: 'withdrawn' } })
  }
  await page.goto(`/lost-phone/case/${pageSecret(randomUUID())}`)
  await expectAccessible(page, 'A link that opens no request')
})

test('setting up the new phone', async ({ page }) => {
  const { tech, newNumber } = await makeFirmWithTech()
  await db.employee.update({
    where: { id: tech.id },
    data: { factorResetAt: new Date(), vendorUserId: null },
  })
  const { url } = await makeLink(db, tech.id, 'phone_enrollment')
  await page.goto(url)
  await expectAccessible(page, 'The enrollment link')
  await page.getByLabel('Password', { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('Step 1 of 2.')).toBeVisible()
  await expectAccessible(page, 'The number of the new phone')
  await page.getByLabel('Number of your new phone').fill(digitsOf(newNumber))
  await page.getByRole('button', { name: 'Use this number' }).click()
  await expect(page.getByText('Step 2 of 2.')).toBeVisible()
  await expectAccessible(page, 'The token of the new phone')
  await page.goto('/sign-in/second-step')
  await expectAccessible(page, 'The second step of a person whose phone was taken away')
  await db.credential.update({ where: { employeeId: tech.id }, data: { resetByMailAt: new Date() } })
  await page.goto(url)
  await expectAccessible(page, 'A blocked enrollment link')
  await page.goto(`${url.slice(0, -1)}`)
  await expectAccessible(page, 'An enrollment link that was cut')
})

test('the whole request needs no mouse', async ({ page }) => {
  const { tech, newNumber } = await makeFirmWithTech()
  const press = async (name: string, target = page.getByRole('button', { name })) => {
    await target.focus()
    await page.keyboard.press('Enter')
  }
  await reachSecondStep(page, tech, true)
  await press("I don't have access to my phone")
  await expect(page.getByRole('heading', { name: "Can't use your phone?" })).toBeVisible()
  await press('', page.getByRole('link', { name: 'Request a phone reset' }))
  await page.getByLabel('I lost it').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('New mobile number')).toBeFocused()
  await page.keyboard.type(digitsOf(newNumber))
  await press('Email me a code')
  await expect(page.getByLabel('Code from your email')).toBeFocused()
  const { text } = await mailTo(tech.email, 'Your phone reset code')
  await page.keyboard.type(/\b\d{8}\b/.exec(text)?.[0] ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /Request LP-\d+/ })).toBeVisible()
})

async function stopLinkOf(about: ResetCase): Promise<string> {
  const { id: eventId } = await db.caseEvent.findFirstOrThrow({ where: { caseId: about.id } })
  const id = randomUUID()
  const { employeeId } = about
  const stopHash = storedId(stopSecret(id))
  await db.caseMessage.create({
    data: { id, caseId: about.id, eventId, employeeId, channel: 'mail', stopHash, sentAt: new Date() },
  })
  return stopSecret(id)
}
