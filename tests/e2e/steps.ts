import type { BrowserContext, Locator, Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { flashCookieName, writeFlash } from '@/lib/session/flash-cookie'
import type { Employee } from '@/prisma/client/client'
import { passphrase } from '../factories'
import type { FormBrowser } from '../form-browser'
import { arriveWithSession, until } from './arrive'
import { phoneOf } from './phone'
import { expect } from './portal-test'

type Arrival = Parameters<typeof arriveWithSession>[1]
type WithPhone = Pick<Employee, 'email' | 'mobileNumber'>

/** Gives this browser a session of the person: for tests that are not about signing in. */
export async function arrive(context: BrowserContext, person: Employee, arrival?: Arrival) {
  await bring(context, await arriveWithSession(person, arrival))
}

/** Brings the cookies that were sealed for a browser without a screen. */
export async function bring(context: BrowserContext, { cookies }: FormBrowser) {
  // A cookie for an https address is a secure one, which browsers accept for localhost too.
  const url = (process.env.PORTAL_URL ?? '').replace('http:', 'https:')
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url, httpOnly: true })))
}

/** As if an action had just led to the page. */
export async function leaveFlash(context: BrowserContext, path: string, key: string, about = '') {
  const url = (process.env.PORTAL_URL ?? '').replace('http:', 'https:')
  const value = encodeURIComponent(writeFlash({ path, key, about }))
  await context.addCookies([{ name: flashCookieName, value, url, httpOnly: true }])
}

export async function typePassword(page: Page, email: string, password = passphrase) {
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign In', exact: true }).click()
}

/** From the sign-in page to the second step. Without script the page there would reload while a request waits. */
export async function reachSecondStep(
  page: Page,
  { email }: WithPhone,
  hasScript: boolean,
  password = passphrase,
) {
  await page.goto('/sign-in')
  await typePassword(page, email, password)
  await expect(page.getByRole('heading', { name: 'Enter your authentication key' })).toBeVisible()
  const stop = page.getByRole('link', { name: 'Enter a token instead' })
  if (hasScript || !(await stop.isVisible())) return
  await stop.click()
  await expect(page).toHaveURL(/typing=1/)
}

/** Sends a push where the page did not, as for a sign-in on the phone itself. */
export async function sendPush(page: Page) {
  await expect(page.getByRole('heading', { name: 'Enter your authentication key' })).toBeVisible()
  const send = page.getByRole('button', { name: 'Send a OneTouch alert' })
  if (!(await send.isVisible())) return
  await send.click()
  await expect(page.getByText('Approve the OneTouch alert we sent to your phone')).toBeVisible()
}

export function tokenField(page: Page): Locator {
  return page.getByLabel('Token or Security Key')
}

export async function typeToken(page: Page, token: string) {
  await tokenField(page).fill(token)
  await page.getByRole('button', { name: 'Sign In', exact: true }).click()
}

/** Has a token texted, and reads it on the phone. */
export async function readTextedToken(page: Page, person: WithPhone): Promise<string> {
  await page.getByRole('button', { name: 'Text me a token' }).click()
  await expect(page.getByText("Token sent. It's valid for 10 minutes")).toBeVisible()
  const texts = await phoneOf(person).messages()
  return texts.find(({ code }) => code !== '')?.code ?? ''
}

/** Approves on the phone, and goes on: with script the page does that by itself. */
export async function approve(page: Page, person: WithPhone, hasScript: boolean, number?: string) {
  await sendPush(page)
  await phoneOf(person).answer('approve', number)
  if (!hasScript) await page.getByRole('button', { name: 'Continue' }).click()
}

/** Something in the menu behind this tab; on a phone all menus are one. */
export async function inMenu(page: Page, tab: 'Admin' | 'Signed in as'): Promise<Locator> {
  const bar = page.getByRole('banner')
  await bar.getByRole('button', { name: new RegExp(`^(Menu|${tab})`) }).click()
  return bar
}

/** The token that an authenticator app with this key shows now. */
export function appToken(key: string, now = Date.now()): string {
  return new TOTP({ secret: Secret.fromBase32(key.replace(/\s/g, '')) }).generate({ timestamp: now })
}

/** From the name to the first token, the one before the present: that one is left. Answers the key that the app was given. */
export async function addApp(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Show QR code' }).click()
  const key = (await page.getByRole('code').textContent()) ?? ''
  const token = page.getByLabel('Token', { exact: true })
  // Once more where a new time step started meanwhile: its token is two steps back then.
  await expect(async () => {
    await token.fill(appToken(key, Date.now() - 30_000))
    await page.getByRole('button', { name: 'Confirm' }).click()
    await expect(token).toBeHidden({ timeout: 10_000 })
  }).toPass()
  return key
}

type Mail = { subject: string; text: string; html: string }

/** Waits for a mail: the worker sends it a moment later. */
export async function mailTo(address: string, subject: string): Promise<Mail> {
  return until(async () => {
    const response = await fetch(`${process.env.SIMULATOR_URL}/mails?to=${encodeURIComponent(address)}`)
    const mails: Mail[] = await response.json()
    return mails.find((mail) => mail.subject.startsWith(subject))
  })
}

export function linkIn({ text }: Mail): string {
  return /http:\S+\/set-password\/\S+/.exec(text)?.[0] ?? ''
}
