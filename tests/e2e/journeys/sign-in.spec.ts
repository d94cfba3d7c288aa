import { db } from '@/lib/db'
import { makeFirm } from '../../factories'
import { giveCodes, hireRegistered } from '../people'
import { phoneOf } from '../phone'
import { expect, test } from '../portal-test'
import {
  approve,
  mailTo,
  reachSecondStep,
  readTextedToken,
  sendPush,
  tokenField,
  typePassword,
  typeToken,
} from '../steps'

const strictFirm = () => makeFirm({ requiresSecondFactor: true })

test('an approval on the phone signs in', { tag: ['@no-script', '@phone'] }, async ({ page, hasScript }) => {
  const tech = await hireRegistered(await strictFirm())
  await page.goto('/sign-in')
  await typePassword(page, tech.email)

  await sendPush(page)
  await expect(page.getByText('Approve the OneTouch alert we sent to your phone')).toBeVisible()
  await expect(page.getByText(/^Phone ending \d{4}\. Check that your phone shows \d\d\.$/)).toBeVisible()
  await expect(tokenField(page)).toBeVisible()
  await approve(page, tech, hasScript)

  await expect(page.getByRole('heading', { name: `Hello, ${tech.name}` })).toBeVisible()
  await expect(page).toHaveURL('/')
  await mailTo(tech.email, 'New sign-in to your Partner Portal account')
})

test('a texted token signs in, spaces included', { tag: ['@no-script', '@phone'] }, async ({
  page,
  hasScript,
}) => {
  const tech = await hireRegistered(await strictFirm())
  await reachSecondStep(page, tech, hasScript)

  const token = await readTextedToken(page, tech)
  await typeToken(page, ` ${token.slice(0, 3)} ${token.slice(3)} `)

  await expect(page.getByRole('heading', { name: `Hello, ${tech.name}` })).toBeVisible()
})

test('a wrong token says how many tries are left, and a new text gives new ones', async ({
  page,
  hasScript,
}) => {
  const tech = await hireRegistered(await strictFirm())
  await reachSecondStep(page, tech, hasScript)
  await typeToken(page, 'not a token')
  await expect(tokenField(page)).toHaveAccessibleDescription(/A token has 6 to 8 digits/)

  for (const left of ['4 tries left', '3 tries left', '2 tries left', '1 try left', 'Too many tries']) {
    await typeToken(page, '0000000')
    await expect(tokenField(page)).toHaveAccessibleDescription(new RegExp(left))
  }

  await expect(tokenField(page)).toHaveValue('0000000')
  const token = await readTextedToken(page, tech)
  await expect(tokenField(page)).not.toHaveAccessibleDescription(/Too many tries/)
  await typeToken(page, token)
  await expect(page.getByRole('heading', { name: `Hello, ${tech.name}` })).toBeVisible()
})

test('after a denial the page says so, no alert is sent any more, and a text works', async ({ page }) => {
  const tech = await hireRegistered(await strictFirm())
  await page.goto('/sign-in')
  await typePassword(page, tech.email)
  await sendPush(page)
  await typeToken(page, '12345')
  await expect(tokenField(page)).toHaveAccessibleDescription(/A token has 6 to 8 digits/)

  await phoneOf(tech).answer('deny')
  await expect(page.getByText('The OneTouch alert was denied on your phone')).toBeVisible()
  await expect(tokenField(page)).not.toHaveAccessibleDescription(/A token has 6 to 8 digits/)
  await expect(page.getByText('OneTouch alerts are turned off')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send another OneTouch alert' })).toBeHidden()
  await typeToken(page, await readTextedToken(page, tech))

  await expect(page.getByRole('heading', { name: `Hello, ${tech.name}` })).toBeVisible()
  await mailTo(tech.email, 'You denied a sign-in')
})

test('the next text waits for its clock', async ({ page, hasScript }) => {
  const tech = await hireRegistered(await strictFirm())
  await reachSecondStep(page, tech, hasScript)
  await readTextedToken(page, tech)

  const another = page.getByRole('button', { name: 'Text me another token' })
  if (hasScript) {
    await expect(page.getByText(/You can request another text in 0:[23]\d/)).toBeVisible()
    await expect(another).toBeHidden()
  } else {
    await another.click()
    await expect(page.getByText(/You can request another one in \d+ seconds/)).toBeVisible()
  }
  const before = { createdAt: new Date(Date.now() - 31_000) }
  await db.sentToken.updateMany({ where: { employeeId: tech.id }, data: before })
  await page.goto('/sign-in/second-step?typing=1')
  await another.click()

  await expect(page.getByText("Token sent. It's valid for 10 minutes")).toBeVisible()
  expect(await phoneOf(tech).messages()).toHaveLength(2)
})

test('where the firm wants the code typed, an approval alone is not enough', async ({ page, hasScript }) => {
  const tech = await hireRegistered(await makeFirm({ requiresSecondFactor: true, pushMode: 'typed' }))
  await reachSecondStep(page, tech, hasScript)
  await sendPush(page)
  await phoneOf(tech).answer('approve')
  const [push] = await phoneOf(tech).pushes()
  if (!hasScript) await page.goto('/sign-in/second-step')
  await expect(page.getByText('Approved on your phone')).toBeVisible()

  const code = page.getByLabel('Code shown in the OneTouch alert')
  await code.fill('000000')
  await page.getByRole('button', { name: 'Confirm code' }).click()
  await expect(code).toHaveAccessibleDescription(/doesn't match an approved OneTouch alert/)
  await code.fill(push?.details['Type this code'] ?? '')
  await page.getByRole('button', { name: 'Confirm code' }).click()

  await expect(page.getByRole('heading', { name: `Hello, ${tech.name}` })).toBeVisible()
})

test('in a browser that is new for the person, the page explains the code', { tag: ['@no-script'] }, async ({
  page,
}) => {
  const tech = await hireRegistered(await makeFirm({ requiresSecondFactor: true, pushMode: 'unusual' }), {
    lastSignInAt: new Date(),
  })
  await page.goto('/sign-in')
  await typePassword(page, tech.email)

  await expect(page.getByText("You haven't signed in with this browser before")).toBeVisible()
  await expect(page.getByRole('listitem')).toHaveText([
    /read the code/,
    'Approve it, then enter the code here.',
  ])
  const code = page.getByLabel('Code shown in the OneTouch alert')
  await expect(code).toBeFocused()
  await expect(page.getByText(/updates automatically|Checking for approval/)).toBeHidden()

  await phoneOf(tech).answer('approve')
  const [push] = await phoneOf(tech).pushes()
  await code.fill(push?.details['Type this code'] ?? '')
  await expect(async () => {
    await page.getByRole('button', { name: 'Confirm code' }).click()
    await expect(page.getByRole('heading', { name: `Hello, ${tech.name}` })).toBeVisible({ timeout: 5000 })
  }).toPass()
})

for (const pushMode of ['swipe', 'typed'] as const) {
  test(`the card of the second step fits a phone, push mode ${pushMode}`, { tag: ['@phone'] }, async ({
    page,
  }) => {
    const firm = await makeFirm({
      requiresSecondFactor: true,
      pushMode,
      trustDays: pushMode === 'typed' ? 14 : 0,
    })
    const tech = await hireRegistered(firm)
    await giveCodes(tech)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/sign-in')
    await typePassword(page, tech.email)
    await sendPush(page)

    const others = page.getByRole('region', { name: 'Other methods' })
    const box = await others.boundingBox()
    expect((box?.y ?? 844) + (box?.height ?? 0)).toBeLessThanOrEqual(844)
    expect(box?.height).toBeLessThan(32)
    await expect(page.locator('.button-primary')).toHaveCount(1)
  })
}
