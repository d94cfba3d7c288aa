import { sealData } from 'iron-session'
import { db } from '@/lib/db'
import { newSecretId, storedId } from '@/lib/secrets/secret-id'
import type { Employee } from '@/prisma/client/client'
import { passphrase } from '../factories'
import { type Answer, FormBrowser } from '../form-browser'
import { phoneOf } from './phone'

type Arrival = { secondFactor?: boolean; provenMinutesAgo?: number; browser?: FormBrowser }

/** A browser that holds a session of this person, as after a sign-in; quicker than one. */
export async function arriveWithSession(person: Employee, arrival: Arrival = {}): Promise<FormBrowser> {
  const { secondFactor = true, provenMinutesAgo = 0, browser = new FormBrowser() } = arrival
  const secret = newSecretId()
  const provenAt = new Date(Date.now() - provenMinutesAgo * 60_000)
  await db.session.create({
    data: {
      id: storedId(secret),
      employeeId: person.id,
      expiresAt: new Date(Date.now() + 60 * 60_000),
      passwordAt: provenAt,
      secondFactorAt: secondFactor ? provenAt : null,
      secondFactor: secondFactor ? 'text' : null,
      browser: 'Firefox on Linux',
      place: 'this computer',
    },
  })
  if (!browser.cookies.has('__Host-browser')) browser.cookies.set('__Host-browser', newSecretId())
  browser.cookies.set('__Host-session', await seal(secret, process.env.SESSION_SECRETS))
  return browser
}

/** A browser in which the password was right and the second step is still to come. Returns its row's id too. */
export async function arriveHalfway(person: Employee, browser = new FormBrowser()) {
  const [secret, browserSecret] = [newSecretId(), newSecretId()]
  const pending = await db.pendingSignIn.create({
    data: {
      id: storedId(secret),
      employeeId: person.id,
      purpose: 'sign_in',
      passwordAt: new Date(),
      expiresAt: new Date(Date.now() + 10 * 60_000),
      browser: 'Firefox on Linux',
      place: 'this computer',
      browserId: storedId(browserSecret),
    },
  })
  browser.cookies.set('__Host-browser', browserSecret)
  browser.cookies.set('__Host-pending', await seal(secret, process.env.PENDING_SECRETS))
  return { browser, pendingId: pending.id }
}

/** The second step of this browser's pending sign-in: approved on the phone, and continued. */
export async function approve(browser: FormBrowser, person: Pick<Employee, 'mobileNumber'>): Promise<Answer> {
  await phoneOf(person).answer('approve')
  return pressContinue(browser)
}

/** What the page offers once the alert was approved. */
export async function pressContinue(browser: FormBrowser): Promise<Answer> {
  const page = await until(async () => {
    const waiting = await browser.get('/sign-in/second-step')
    return waiting.forms.some(({ buttons }) => buttons.some(({ label }) => label === 'Continue')) && waiting
  })
  return browser.press(page, 'Continue')
}

export async function typePassword(
  browser: FormBrowser,
  email: string,
  password = passphrase,
): Promise<Answer> {
  return browser.press(await browser.get('/sign-in'), 'Sign In', { email, password })
}

/** Asks again until there is something. What is waited for happens in another process, so there is nothing to listen to. */
export async function until<Value>(
  look: () => Promise<Value | false | undefined | null>,
  seconds = 60,
): Promise<Value> {
  const deadline = Date.now() + seconds * 1000
  for (;;) {
    const seen = await look()
    if (seen) return seen
    if (Date.now() > deadline) throw new Error(`Waited ${seconds} seconds in vain`)
    await new Promise((later) => setTimeout(later, 100))
  }
}

function seal(id: string, secrets = ''): Promise<string> {
  return sealData({ id }, { password: secrets.split(',')[0] ?? '', ttl: 3600 })
}
