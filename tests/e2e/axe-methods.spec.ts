import { db } from '@/lib/db'
import { makeLink } from '@/lib/mail-links/make-link'
import { notMeSecret } from '@/lib/mail-links/not-me-link'
import { notify } from '@/lib/notifications/notify'
import { makeFirm } from '../factories'
import { expectAccessible } from './accessible'
import { arriveHalfway } from './arrive'
import { hire } from './people'
import { expect, test } from './portal-test'
import { arrive, bring, leaveFlash } from './steps'

test('notifications, security checkup and the help on sign-in methods', async ({ page, context }) => {
  const tech = await hire(await makeFirm({ requiresSecondFactor: true }))
  const seen = { place: 'this computer', browser: 'Chrome on Linux', at: new Date().toISOString() }
  await notify(db, { kind: 'new-browser', employeeId: tech.id, ...seen })
  const notification = await db.notification.findFirstOrThrow({ where: { employeeId: tech.id } })
  await arrive(context, tech)
  await leaveFlash(context, '/security-checkup', 'tried')
  for (const path of ['/account/notifications', '/security-checkup', '/help/sign-in-methods']) {
    await page.goto(path)
    await expectAccessible(page, path)
  }
  await context.clearCookies()
  for (const path of [`/not-me/${notMeSecret(notification.id)}`, `/not-me/${'x'.repeat(43)}`]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page, path)
  }
})

test('the firm’s policy and the migration to another vendor', async ({ page, context }) => {
  const firm = await makeFirm({ requiresSecondFactor: true })
  const admin = await hire(firm, { role: 'admin' })
  await arrive(context, admin)
  for (const path of [
    '/admin/employees/two-factor',
    '/admin/employees/two-factor?allowsApp=on&minimumTech=passkey&minimumAdmin=any&trustDays=3',
  ]) {
    await page.goto(path)
    await expectAccessible(page, path)
  }
  const operator = await db.firm.findFirstOrThrow({ where: { isOperator: true } })
  await context.clearCookies()
  await arrive(context, await hire(operator))
  for (const path of ['/support/vendors', `/support/vendors/${firm.id}`]) {
    await page.goto(path)
    await expectAccessible(page, path)
  }
})

test('a stronger method inside the sign-in, and a number to confirm', async ({ page, context }) => {
  const firm = await makeFirm({ requiresSecondFactor: true })
  await db.firm.update({ where: { id: firm.id }, data: { minimumTech: 'strong' } })
  const tech = await hire(firm)
  const { browser, pendingId } = await arriveHalfway(tech)
  await db.pendingSignIn.update({
    where: { id: pendingId },
    data: { provenBy: 'text', provenAt: new Date() },
  })
  await bring(context, browser)
  await page.goto('/sign-in/add-method')
  await expectAccessible(page, 'adding a method inside the sign-in')

  await context.clearCookies()
  const { url } = await db.$transaction((tx) => makeLink(tx, tech.id, 'confirm_number'))
  await page.goto(url)
  await expectAccessible(page, 'confirming a number')
  await page.goto(`/confirm-number/${'x'.repeat(43)}`)
  await expectAccessible(page, 'an unknown link to confirm a number')
})
