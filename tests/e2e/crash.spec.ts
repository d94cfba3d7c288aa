import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { db } from '@/lib/db'
import { newSecretId } from '@/lib/secrets/secret-id'
import { readSettings } from '@/scripts/settings'
import { makeFirm } from '../factories'
import { until } from './arrive'
import { hire } from './people'
import { arrive } from './steps'

const portalLog = join(readSettings().dataDirectory, 'tests/logs/first-portal.log')

test('the crash page shows the reference of its log line and nothing else of the error', async ({
  page,
  context,
}) => {
  const tech = await hire(await makeFirm())
  await db.notification.create({
    data: { employeeId: tech.id, content: { kind: 'unreadable' }, notMeHash: newSecretId() },
  })
  await arrive(context, tech)
  await page.goto('/account/notifications')
  await expect(page.getByRole('heading', { name: 'Something went wrong on our side' })).toBeVisible()
  const shown = (await page.getByRole('main').textContent()) ?? ''
  const reference = /contact support with reference (\d+)\./.exec(shown)?.[1]

  const line = await until(async () => {
    const lines = readFileSync(portalLog, 'utf8').split('\n')
    return lines.find((each) => each.includes(`"reference":"${reference}"`))
  })
  expect(JSON.parse(line)).toMatchObject({ route: '/account/notifications', msg: 'Unexpected error' })
  expect(shown).not.toContain('Error')
})
