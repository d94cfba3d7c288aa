import type { Page } from '@playwright/test'
import { db } from '@/lib/db'
import { castPassphrase } from '@/prisma/cast'
import type { Employee } from '@/prisma/client/client'
import { digitsOf, makeFirm, passphrase } from '../../factories'
import { until } from '../arrive'
import { freeNumber, hire, hireRegistered } from '../people'
import { phoneOf } from '../phone'
import { expect, test } from '../portal-test'
import {
  approve,
  arrive,
  inMenu,
  mailTo,
  reachSecondStep,
  readTextedToken,
  tokenField,
  typePassword,
  typeToken,
} from '../steps'

test('Yes is refused until everybody has a number, and then everybody is asked', async ({
  page,
  colleague,
  hasScript,
}, { project }) => {
  // The cast is one firm: one project plays with it, the others with a firm of the same shape.
  const story = project.name === 'desktop' ? await summit() : await likeSummit()
  const { admin, otherAdmin, unready, firmName, password } = story
  await arrive(colleague.context(), otherAdmin, { secondFactor: false })
  await page.goto('/sign-in')
  await typePassword(page, admin.email, password)
  await (await inMenu(page, 'Admin')).getByRole('link', { name: 'Manage Employees' }).click()
  await expect(page.getByText('Enable two-factor authentication for your partner account?')).toBeVisible()

  await answer(page, 'Yes')
  await expect(page.getByText('Not enabled. 2 employees have no mobile number.')).toBeVisible()
  for (const { name } of unready) {
    await page.getByRole('link', { name: `Add number for ${name}` }).click()
    await page.getByLabel('Mobile phone number').fill(digitsOf(await freeNumber()))
    await page.getByRole('button', { name: 'Save Changes' }).click()
    await expect(page.getByText(`Saved changes to ${name}.`)).toBeVisible()
  }
  await expect(page.getByText('Everyone is ready')).toBeVisible()
  if (hasScript) await expect(page.getByRole('button', { name: 'Yes' })).toBeFocused()

  await answer(page, 'Yes')
  await expect(page.getByRole('heading', { name: 'Turn on two-factor authentication' })).toBeVisible()
  await tokenField(page).fill(await phoneOf(admin).appToken())
  await page.getByRole('button', { name: 'Turn on' }).click()
  await expect(page.getByText('Two-factor authentication is on', { exact: true })).toBeVisible()
  await mailTo(otherAdmin.email, `Two-factor authentication is on for ${firmName}`)

  await colleague.goto('/admin/employees')
  await expect(colleague.getByText('Your firm turned on two-factor authentication.')).toBeVisible()
  await colleague.getByRole('button', { name: 'Continue' }).click()
  await approve(colleague, otherAdmin, hasScript)
  await expect(colleague.getByRole('heading', { name: 'Manage Employees' })).toBeVisible()

  const tech = await registered(unready[0].email)
  await colleague.context().clearCookies()
  await reachSecondStep(colleague, tech, hasScript, password)
  await typeToken(colleague, await readTextedToken(colleague, tech))
  await colleague.getByRole('link', { name: 'Later' }).click()
  await expect(colleague.getByRole('heading', { name: `Hello, ${tech.name}` })).toBeVisible()

  const elevenMinutesAgo = new Date(Date.now() - 11 * 60_000)
  await db.session.updateMany({
    where: { employeeId: admin.id },
    data: { passwordAt: elevenMinutesAgo, secondFactorAt: elevenMinutesAgo },
  })
  await answer(page, 'No')
  const dialog = page.getByRole('dialog', { name: 'Turn off two-factor authentication?' })
  await expect(dialog).toContainText('5 people will sign in with just a password.')
  await dialog.getByLabel('Reason').fill('Phones were stolen at the fair')
  await dialog.getByLabel('Your password').fill(password)
  await dialog.getByRole('button', { name: 'Text me a token' }).click()
  await expect(dialog.getByText("Token sent. It's valid for 10 minutes")).toBeVisible()
  await tokenField(page).fill((await phoneOf(admin).messages()).find(({ code }) => code !== '')?.code ?? '')
  await dialog.getByRole('button', { name: 'Turn off' }).click()
  await expect(page.getByText('Two-factor authentication is off', { exact: true })).toBeVisible()
})

test('an admin without a second step in the session has to prove it first', async ({
  page,
  context,
  hasScript,
}) => {
  const firm = await makeFirm({ requiresSecondFactor: true })
  const admin = await hireRegistered(firm, { role: 'admin' })
  await arrive(context, admin, { secondFactor: false, provenMinutesAgo: 11 })
  await page.goto('/admin/audit-log')
  await page.getByLabel('Password', { exact: true }).fill('somebody else’s')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(
    'Incorrect password.',
  )

  await page.getByLabel('Password', { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: 'Continue' }).click()
  await approve(page, admin, hasScript)

  await expect(page.getByRole('heading', { name: 'Audit log' })).toBeVisible()
})

test('how an approval counts is the firm’s choice', async ({ page, context }) => {
  const firm = await makeFirm({ requiresSecondFactor: true })
  await arrive(context, await hire(firm, { role: 'admin' }))
  await page.goto('/admin/employees/two-factor')
  await expect(page.getByLabel('Swipe')).toBeChecked()
  await page.getByLabel('Code always').check()
  await page.getByRole('button', { name: 'Save setting' }).click()

  await expect(page.getByText('Saved the OneTouch setting.')).toBeVisible()
  await page.getByRole('link', { name: 'Sign-in policy' }).click()
  await expect(page.getByLabel('Code always')).toBeChecked()
})

function answer(page: Page, label: 'Yes' | 'No') {
  return page.getByRole('button', { name: label, exact: true }).click()
}

type Story = {
  firmName: string
  admin: Employee
  otherAdmin: Employee
  unready: [Employee, Employee]
  password: string
}

/** The cast's own firm, as the seed made it. */
async function summit(): Promise<Story> {
  const [admin, otherAdmin] = [
    await registered('admin@summit.example'),
    await registered('admin2@summit.example'),
  ]
  const unready: [Employee, Employee] = [
    await db.employee.findUniqueOrThrow({ where: { email: 'tech2@summit.example' } }),
    await db.employee.findUniqueOrThrow({ where: { email: 'tech3@summit.example' } }),
  ]
  return { firmName: 'Summit MSP', admin, otherAdmin, unready, password: castPassphrase }
}

async function likeSummit(): Promise<Story> {
  const firm = await makeFirm()
  const [admin, otherAdmin] = [
    await hireRegistered(firm, { role: 'admin', name: 'Anna Weiss' }),
    await hireRegistered(firm, { role: 'admin', name: 'Abel Costa' }),
  ]
  const unready: [Employee, Employee] = [
    await hire(firm, { name: 'Tim Novak', mobileNumber: null }),
    await hire(firm, { name: 'Thea Brandt', mobileNumber: null }),
  ]
  return { firmName: firm.name, admin, otherAdmin, unready, password: passphrase }
}

/** The worker registers numbers a moment after they are saved. */
function registered(email: string): Promise<Employee> {
  return until(() => db.employee.findUnique({ where: { email, vendorState: 'registered' } }))
}
