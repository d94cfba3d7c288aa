import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { db } from '@/lib/db'
import type { Employee } from '@/prisma/client/client'
import { makeFirm, passphrase } from '../../factories'
import { makeApp, tokenOf, wrongTokenFor } from '../../sign-in-methods/totp/apps'
import { hire, hireRegistered } from '../people'
import { expect, test } from '../portal-test'
import { approve, arrive, mailTo, reachSecondStep, tokenField } from '../steps'

const security = '/account/security'
const hireTech = async () => hireRegistered(await makeFirm({ requiresSecondFactor: true }))
const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name })

async function scanCode(page: Page) {
  const uri = new URL((await page.getByRole('link', { name: 'Open it' }).getAttribute('href')) ?? '')
  return { uri, secret: uri.searchParams.get('secret') ?? '' }
}

async function typeFirstToken(page: Page, token: string) {
  await page.getByLabel('Token', { exact: true }).fill(token)
  await page.getByRole('button', { name: 'Confirm' }).click()
}

async function textOf(download: Download) {
  return readFile(await download.path(), 'utf8')
}

/** Eleven minutes pass in every session of this person. */
async function letProofGrowOld({ id }: Employee) {
  await db.$executeRaw`
    update session set password_at = now() - interval '11 minutes', second_factor_at = now() - interval '11 minutes'
    where employee_id = ${id}::uuid`
}

test('an app is added with its first token, renamed, and removed', { tag: '@phone' }, async ({
  page,
  context,
  colleague,
}) => {
  const tech = await hireTech()
  await arrive(context, tech)
  await arrive(colleague.context(), tech)
  await page.goto(security)
  await page.getByRole('link', { name: 'Add an authenticator app' }).click()
  await page.getByLabel('Name').fill(' ')
  await page.getByRole('button', { name: 'Show QR code' }).click()
  await expect(page.getByLabel('Name')).toHaveAccessibleDescription(/Enter a name/)
  await page.getByLabel('Name').fill('Pixel 8')
  await page.getByRole('button', { name: 'Show QR code' }).click()
  await expect(page.getByRole('img', { name: 'QR code for your authenticator app' })).toBeVisible()
  const app = await scanCode(page)
  expect(page.url()).not.toContain(app.secret)
  expect(app.uri.href).toContain(encodeURIComponent(tech.email))
  await expect(page.getByText(app.secret.slice(0, 4))).toBeVisible()

  await typeFirstToken(page, await wrongTokenFor(app))
  await expect(page.getByLabel('Token', { exact: true })).toHaveAccessibleDescription(/That token is wrong/)
  await typeFirstToken(page, await tokenOf(app))
  await expect(page.getByText('Authenticator app added.')).toBeVisible()
  await expect(
    page.getByText('You have 2 sign-in methods. Add a passkey for phishing protection.'),
  ).toBeVisible()
  await expect(row(page, 'Pixel 8')).toContainText('Authenticator app, added')
  await colleague.goto('/')
  await expect(colleague).toHaveURL('/sign-in')
  await mailTo(tech.email, 'Authenticator app added')

  await page.getByRole('link', { name: 'Edit Pixel 8' }).click()
  await page.getByLabel('Name').fill('Work phone')
  await page.getByRole('button', { name: 'Save name' }).click()
  await expect(page.getByText('Name saved.')).toBeVisible()
  await page.getByRole('link', { name: 'Edit Work phone' }).click()
  await page.getByRole('button', { name: 'Remove Work phone' }).click()
  await expect(page.getByText('Removed.')).toBeVisible()
  await expect(row(page, 'Work phone')).toBeHidden()
  await mailTo(tech.email, 'Authenticator app removed')
})

test('the code is shown once, and neither the page nor its next request has the secret', async ({
  page,
  context,
}) => {
  await arrive(context, await hireTech())
  await page.goto(`${security}/app`)
  await page.getByRole('button', { name: 'Show QR code' }).click()
  const { secret } = await scanCode(page)
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.url(), request.postData() ?? ''))
  await typeFirstToken(page, '000000')
  await expect(page.getByLabel('Token', { exact: true })).toHaveAccessibleDescription(/That token is wrong/)
  expect(sent.join(' ')).not.toContain(secret)

  await page.getByRole('link', { name: 'Start over with a new QR code' }).click()
  await expect(page.getByRole('button', { name: 'Show QR code' })).toBeVisible()
  expect(await page.content()).not.toContain(secret)
})

test('a person who adds an app without a firm policy is asked for it from then on', async ({
  page,
  context,
}) => {
  const tech = await hire(await makeFirm())
  await arrive(context, tech, { secondFactor: false })
  await page.goto(security)
  await expect(page.getByText('You sign in with just your password')).toBeVisible()
  await page.getByRole('link', { name: 'Add an authenticator app' }).click()
  await page.getByRole('button', { name: 'Show QR code' }).click()
  const app = await scanCode(page)
  await typeFirstToken(page, await tokenOf(app))

  await expect(page.getByRole('heading', { name: "Confirm it's you" })).toBeVisible()
  await page.goto('/')
  await expect(page.getByRole('heading', { name: "Confirm it's you" })).toBeVisible()
})

test('ten recovery codes are shown once, each works once, and new ones replace them', async ({
  page,
  context,
  colleague,
  hasScript,
}) => {
  const tech = await hireTech()
  await arrive(context, tech)
  await page.goto(security)
  await page.getByRole('link', { name: 'Generate recovery codes' }).click()
  await page.getByRole('button', { name: 'Generate recovery codes' }).click()
  await expect(page.getByText("You won't see them again")).toBeVisible()
  const [downloaded] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download' }).click(),
  ])
  const codes = (await textOf(downloaded)).match(/^\w{5}-\w{5}-\w{5}$/gm) ?? []
  expect(codes).toHaveLength(10)
  for (const code of codes) await expect(page.getByText(code)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Print' })).toHaveCount(hasScript ? 1 : 0)
  await page.getByRole('link', { name: "I've saved them" }).click()
  await expect(row(page, 'Recovery codes')).toContainText('10 of 10 left')
  await mailTo(tech.email, 'New recovery codes')

  await reachSecondStep(colleague, tech, hasScript)
  await tokenField(colleague).fill(codes[3] ?? '')
  await colleague.getByRole('button', { name: 'Sign In', exact: true }).click()
  await expect(colleague.getByRole('heading', { name: `Hello, ${tech.name}` })).toBeVisible()
  await colleague.goto(security)
  await expect(row(colleague, 'Recovery codes')).toContainText('9 of 10 left')
  await expect(colleague.getByText('with a recovery code')).toBeVisible()

  await page.goto(`${security}/recovery-codes`)
  await expect(page.getByText('Your 9 old codes will stop working')).toBeVisible()
  await page.getByRole('button', { name: 'Generate new recovery codes' }).click()
  await expect(page.getByText(codes[4] ?? '')).toBeHidden()
  await expect(page.getByText("You won't see them again")).toBeVisible()
})

test('paper gets the recovery codes and nothing else', async ({ page, context }) => {
  await arrive(context, await hireTech())
  await page.goto(`${security}/recovery-codes`)
  await page.getByRole('button', { name: 'Generate recovery codes' }).click()
  await expect(page.getByText("You won't see them again")).toBeVisible()

  await page.emulateMedia({ media: 'print' })

  await expect(page.getByText('Recovery codes for the Partner Portal')).toBeVisible()
  await expect(page.getByText("You won't see them again")).toBeHidden()
  await expect(page.getByRole('link', { name: 'Download' })).toBeHidden()
})

test('without a fresh proof each page asks for one first, and comes back', async ({
  page,
  context,
  hasScript,
}) => {
  const tech = await hireTech()
  await arrive(context, tech, { provenMinutesAgo: 11 })
  for (const path of ['passkey', 'recovery-codes']) {
    await page.goto(`${security}/${path}`)
    await expect(page.getByRole('heading', { name: "Confirm it's you" })).toBeVisible()
  }
  await page.goto(`${security}/app?name=Tablet`)
  await page.getByLabel('Password', { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: 'Continue' }).click()
  await approve(page, tech, hasScript)

  await expect(page.getByLabel('Name')).toHaveValue('Tablet')
})

test('a proof that grew old over a form is asked for in it, and nothing typed is lost', async ({
  page,
  context,
}) => {
  const tech = await hireTech()
  const app = await makeApp(tech)
  await arrive(context, tech)
  await page.goto(`${security}/methods/${app.id}`)
  await letProofGrowOld(tech)
  await page.getByLabel('Name').fill('Tablet')
  await page.getByRole('button', { name: 'Save name' }).click()
  await expect(page.getByText("Confirm it's you")).toBeVisible()
  await expect(page.getByLabel('Name')).toHaveValue('Tablet')
  await page.getByLabel('Your password').fill(passphrase)
  await tokenField(page).fill(await tokenOf(app))
  await page.getByRole('button', { name: 'Save name' }).click()

  await expect(page.getByText('Name saved.')).toBeVisible()
  await expect(row(page, 'Tablet')).toBeVisible()
})

test('the personal data is one file, and needs a step-up', async ({ page, context }) => {
  const tech = await hireTech()
  await arrive(context, tech)
  await page.goto(security)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download my data' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^partner-portal-data-\d{4}-\d\d-\d\d\.json$/)
  const file = JSON.parse(await textOf(download))
  expect(file.person).toMatchObject({ name: tech.name, mobileNumber: tech.mobileNumber })

  await letProofGrowOld(tech)
  await page.goto(`${security}/data`)
  await expect(page.getByRole('heading', { name: "Confirm it's you" })).toBeVisible()
  await page.goto(security)
  await expect(page.getByRole('link', { name: 'Confirm and download' })).toBeVisible()
})
