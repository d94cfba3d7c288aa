import type { Page } from '@playwright/test'
import { db } from '@/lib/db'
import { makeCase } from '../cases/cases'
import { makeFirm } from '../factories'
import { arriveHalfway } from './arrive'
import { hire } from './people'
import { expect, test } from './portal-test'
import { arrive, bring, leaveFlash } from './steps'

const name = 'Donaudampfschifffahrtsgesellschaftskapitän'

test.use({ viewport: { width: 320, height: 700 } })

test('a name of 42 letters wraps on every screen of its firm at 320 pixels', async ({ page, context }) => {
  const { admin, tech, lost } = await makeFirmOfLongNames()
  await arrive(context, admin)
  await leaveFlash(context, '/admin/employees', 'saved', tech.id)
  for (const address of [
    '/',
    '/admin/employees',
    `/admin/employees?q=${name}`,
    `/admin/employees/${tech.id}/edit`,
    '/admin/requests',
    `/admin/audit-log?person=${admin.id}`,
    '/account/security',
    `/vouch/${lost.id}`,
  ]) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect.soft(await widerThanWindow(page), address).toEqual([])
  }
  await page.getByRole('button', { name: 'Menu' }).click()
  expect(await widerThanWindow(page), 'the menu').toEqual([])
})

test('a name of 42 letters wraps where support and signed-out people read it', async ({ page, context }) => {
  const { firm, admin, tech, lost } = await makeFirmOfLongNames()
  await arrive(context, await hire(await db.firm.findFirstOrThrow({ where: { isOperator: true } }), { name }))
  for (const address of [
    '/support/cases',
    `/support/cases/${lost.id}`,
    `/support/vendors/${firm.id}`,
    '/support/vendors',
  ]) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect.soft(await widerThanWindow(page), address).toEqual([])
  }
  await context.clearCookies()
  const { browser } = await arriveHalfway(tech)
  await bring(context, browser)
  await page.goto('/lost-phone')
  await page.getByText('One-time pass from your admin').click()
  await expect(page.getByRole('listitem').filter({ hasText: admin.name }).last()).toBeVisible()
  expect(await widerThanWindow(page), 'the admins').toEqual([])
})

async function makeFirmOfLongNames() {
  const firm = await makeFirm({ name, requiresSecondFactor: true })
  const admin = await hire(firm, { role: 'admin', name })
  const tech = await hire(firm, { name: `${name} ${name}` })
  const lost = await makeCase(tech)
  await db.auditEvent.create({
    data: {
      firmId: firm.id,
      actorId: admin.id,
      actorName: name,
      action: 'employee.edited',
      targetName: name,
      details: { name: { before: name, after: name } },
    },
  })
  return { firm, admin, tech, lost }
}

/** What sticks out of the window, for the message; nothing where nothing scrolls sideways. */
async function widerThanWindow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    return [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
      .map((one) => `${one.tagName} ${one.className} ${one.textContent?.slice(0, 40)}`)
      .slice(-5)
  })
}
