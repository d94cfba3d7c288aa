import type { BrowserContext, Page } from '@playwright/test'
import type { Employee } from '@/prisma/client/client'
import { digitsOf, passphrase } from '../factories'
import { until } from './arrive'
import { caseOf, untilAllAreNotified } from './case-time'
import { phoneOf } from './phone'
import { expect } from './portal-test'
import { arrive, mailTo, reachSecondStep, tokenField } from './steps'

type Asking = { hasScript: boolean; newNumber: string; reason?: string }

/** From the sign-in page to the open case, as its page shows it. Answers the case. */
export async function askForPhone(page: Page, person: Employee, { hasScript, newNumber, reason }: Asking) {
  await reachSecondStep(page, person, hasScript)
  await page.getByRole('button', { name: "I don't have access to my phone" }).click()
  await page.getByRole('link', { name: 'Request a phone reset' }).click()
  await page.getByLabel(reason ?? 'I lost it').check()
  await page.getByLabel('No', { exact: true }).check()
  await page.getByLabel('New mobile number').fill(digitsOf(newNumber))
  await page.getByLabel('Best time to call you').fill('mornings, UTC')
  await page.getByRole('button', { name: 'Email me a code' }).click()
  await expect(page.getByRole('heading', { name: 'Enter the code we emailed you' })).toBeVisible()

  const { text } = await mailTo(person.email, 'Your phone reset code')
  await page.getByLabel('Code from your email').fill(/\b\d{8}\b/.exec(text)?.[0] ?? '')
  await page.getByRole('button', { name: 'Submit request' }).click()
  await expect(page.getByRole('heading', { name: /Request LP-\d+/ })).toBeVisible()
  return caseOf(person, 'received')
}

/** A supporter takes the case and ticks what was checked outside. */
export async function takeAndCheck(page: Page, context: BrowserContext, supporter: Employee, caseId: string) {
  await untilAllAreNotified(caseId)
  await arrive(context, supporter)
  await page.goto(`/support/cases/${caseId}`)
  await page.getByRole('button', { name: 'Take', exact: true }).click()
  await expect(page.getByText("You're working on this request.")).toBeVisible()
}

export async function tick(page: Page, item: 'call back' | 'documents') {
  const note = item === 'call back' ? 'Who did you speak to' : 'What did you check'
  const item_ = page
    .getByRole('listitem')
    .filter({ has: page.getByLabel(new RegExp(note), { exact: false }) })
  await item_.getByText('Add evidence').click()
  await page.getByLabel(new RegExp(note)).fill('Reached her at the front desk, as arranged')
  await item_.getByRole('button', { name: 'Save evidence' }).click()
  await expect(page.getByText('Reached her at the front desk').last()).toBeVisible()
  await expect(page.getByRole('button', { name: /^Remove evidence/ })).toBeVisible()
}

export async function approveCase(page: Page) {
  await page.getByLabel('Reason for approval').fill('Called the main line, she came to the phone')
  await page.getByRole('button', { name: 'Approve' }).click()
}

/** The address of a link in the newest mail or text of this kind. */
export function addressIn(text: string, path: string): string {
  return new RegExp(`http\\S+${path}\\S+`).exec(text)?.[0] ?? ''
}

/** The newest text on a phone that contains these words. */
export async function textOn(person: Pick<Employee, 'mobileNumber'>, words: string): Promise<string> {
  return until(async () => {
    const texts = await phoneOf(person).messages()
    return texts.map(({ body }) => body).find((body) => body.includes(words))
  })
}

/** From the mailed link to the end of the sign-in, with the new phone proven by one text. */
export async function enrollPhone(page: Page, person: Employee, link: string) {
  await page.goto(link)
  await page.getByLabel('Password', { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: 'Continue' }).click()
  await proveNewPhone(page, person)
}

export async function proveNewPhone(page: Page, phone: Pick<Employee, 'mobileNumber'>) {
  await expect(page.getByText('Step 1 of 2.')).toBeVisible()
  await page.getByLabel('Number of your new phone').fill(digitsOf(phone.mobileNumber ?? ''))
  await page.getByRole('button', { name: 'Use this number' }).click()
  await page.getByRole('button', { name: 'Text me a token' }).click()
  await expect(page.getByText('Token sent.')).toBeVisible()
  await tokenField(page).fill(await newestCode(phone))
  await page.getByRole('button', { name: 'Confirm phone' }).click()
  await expect(page.getByRole('button', { name: 'Confirm phone' })).toBeHidden()
}

async function newestCode(phone: Pick<Employee, 'mobileNumber'>): Promise<string> {
  const texts = await phoneOf(phone).messages()
  return texts.find(({ code }) => code !== '')?.code ?? ''
}
