import { makeFirm } from '../factories'
import { hire } from './people'
import { expect, test } from './portal-test'
import { arrive } from './steps'

test.use({ timezoneId: 'Asia/Tokyo', locale: 'de-DE' })

test('a time is in the reader’s own zone and locale, with the zone on hover', async ({ page, context }) => {
  await arrive(context, await hire(await makeFirm()))
  await page.goto('/account/security')
  const time = page.locator('time').first()
  await expect(time).toHaveAttribute('title', /GMT\+9|JST/)
  const at = new Date((await time.getAttribute('dateTime')) ?? '')
  const words = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Tokyo' } as const
  await expect(time).toHaveText(at.toLocaleString('de-DE', words))
})
