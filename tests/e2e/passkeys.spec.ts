import type { Page } from '@playwright/test'
import { db } from '@/lib/db'
import type { Employee } from '@/prisma/client/client'
import { makeFirm } from '../factories'
import { until } from './arrive'
import { hire } from './people'
import { expect, test } from './portal-test'
import { arrive, typePassword } from './steps'
import { VirtualAuthenticator } from './virtual-authenticator'

const secondStep = { name: 'Enter your authentication key' }

async function makeTech(wishes: { allowsPasskeyAlone?: boolean } = {}) {
  const firm = await makeFirm()
  await db.firm.update({ where: { id: firm.id }, data: { allowsPasskeyAlone: true, ...wishes } })
  return hire(firm)
}

/** Adds a passkey on the page for it, as its owner, who then is signed out. */
async function register(page: Page, person: Employee) {
  const device = await VirtualAuthenticator.addTo(page)
  await arrive(page.context(), person)
  await page.goto('/account/security/passkey')
  await page.getByLabel('Passkey name').fill('Work laptop')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  const passkey = await until(() => db.passkey.findFirst({ where: { employeeId: person.id } }))
  await expect(page).not.toHaveURL(/account\/security\/passkey/)
  await page.context().clearCookies()
  return { device, passkey }
}

async function expectSignedIn(page: Page, person: Employee) {
  await expect(page.getByRole('heading', { name: `Hello, ${person.name}` })).toBeVisible()
  const session = await db.session.findFirst({ where: { employeeId: person.id, secondFactor: 'passkey' } })
  expect(session).not.toBeNull()
}

/** Without the browser's own suggestions in the e-mail field, which a device that nobody touches takes at once. */
async function withoutSuggestions(page: Page) {
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = async () => false
  })
}

function trouble(page: Page) {
  return page.getByRole('main').getByRole('alert')
}

async function useSecondFactor(page: Page, person: Employee) {
  await page.goto('/sign-in')
  await typePassword(page, person.email)
  await expect(page.getByRole('heading', secondStep)).toBeVisible()
  await page.getByRole('button', { name: 'Use a passkey' }).click()
}

test('a passkey is added, and is the second step from then on', async ({ page }) => {
  await withoutSuggestions(page)
  const tech = await makeTech()
  const { device, passkey } = await register(page, tech)
  expect(passkey).toMatchObject({ name: 'Work laptop', clonedAt: null })
  expect(await device.credentials()).toMatchObject([{ isResidentCredential: true }])

  await useSecondFactor(page, tech)
  await expectSignedIn(page, tech)
})

test('where the firm allows it, a passkey is the whole sign-in', async ({ page }) => {
  await withoutSuggestions(page)
  const tech = await makeTech()
  await register(page, tech)
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Use a passkey instead' }).click()
  await expectSignedIn(page, tech)
})

test('the e-mail field offers passkeys, and one that is chosen signs in', async ({ page }) => {
  const tech = await makeTech()
  await register(page, tech)
  await page.goto('/sign-in')
  await expect(page.getByLabel('Email address')).toHaveAttribute('autocomplete', 'username webauthn')
  await expectSignedIn(page, tech)
})

test('a firm that wants the password gets it', async ({ page }) => {
  await withoutSuggestions(page)
  const tech = await makeTech({ allowsPasskeyAlone: false })
  await register(page, tech)
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Use a passkey instead' }).click()
  await expect(trouble(page)).toContainText("This passkey can't sign you in without your password")
  await useSecondFactor(page, tech)
  await expectSignedIn(page, tech)
})

test('a device that does not know its user signs nobody in without the password', async ({ page }) => {
  await withoutSuggestions(page)
  const tech = await makeTech()
  const { device } = await register(page, tech)
  await device.failVerification()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Use a passkey instead' }).click()
  await expect(trouble(page)).toContainText('No passkey was used')
})

test('a copy of a passkey switches it off, and nobody gets in by either', async ({ page, colleague }) => {
  await withoutSuggestions(page)
  await withoutSuggestions(colleague)
  const tech = await makeTech()
  const { device, passkey } = await register(page, tech)
  const copy = await VirtualAuthenticator.addTo(colleague)
  await device.copyTo(copy)
  await useSecondFactor(page, tech)
  await expectSignedIn(page, tech)

  await useSecondFactor(colleague, tech)
  await expect(trouble(colleague)).toContainText('a possible copy of this passkey')
  const { clonedAt } = await db.passkey.findUniqueOrThrow({ where: { id: passkey.id } })
  expect(clonedAt).not.toBeNull()
})

test('a page at another address cannot use a passkey for itself', async ({ page, colleague }) => {
  const tech = await makeTech()
  const { device } = await register(page, tech)
  await device.copyTo(await VirtualAuthenticator.addTo(colleague))
  await colleague.route('http://localhost:65000/', (route) => route.fulfill({ body: 'Another address' }))
  await colleague.goto('http://localhost:65000/')
  await page.exposeFunction('askElsewhere', (options: string) => signElsewhere(colleague, options))
  await page.addInitScript(relayToElsewhere)

  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Use a passkey instead' }).click()
  await expect(trouble(page)).toContainText("This passkey can't sign you in without your password")
  expect(await db.session.count({ where: { employeeId: tech.id, secondFactor: 'passkey' } })).toBe(0)

  // The very same relay, had the page been the portal's own.
  await colleague.goto('/help/two-factor-authentication')
  await page.getByRole('button', { name: 'Use a passkey instead' }).click()
  await expectSignedIn(page, tech)
})

test('a passkey that was removed is not asked for, and opens nothing', async ({ page }) => {
  await withoutSuggestions(page)
  const tech = await makeTech()
  const { passkey } = await register(page, tech)
  await db.passkey.delete({ where: { id: passkey.id } })

  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Use a passkey instead' }).click()
  await expect(trouble(page)).toContainText("it was removed, or your firm doesn't allow passwordless")
})

test('a passkey removed during the sign-in has another message than a wrong one', async ({ page }) => {
  await withoutSuggestions(page)
  const tech = await makeTech()
  const { passkey } = await register(page, tech)
  await db.passkey.create({
    data: { ...passkey, id: crypto.randomUUID(), credentialId: 'AAAA', publicKey: Buffer.from([1]) },
  })
  await page.goto('/sign-in')
  await typePassword(page, tech.email)
  await expect(page.getByRole('heading', secondStep)).toBeVisible()
  await page.exposeFunction('removeNow', () =>
    db.passkey.delete({ where: { id: passkey.id } }).then(() => {}),
  )
  await page.evaluate(() => {
    const get = navigator.credentials.get.bind(navigator.credentials)
    navigator.credentials.get = async (options) => {
      const credential = await get(options)
      await (window as unknown as { removeNow: () => Promise<void> }).removeNow()
      return credential
    }
  })
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(trouble(page)).toContainText("We don't recognize this passkey")
})

test('without a passkey for the portal, the page says so', async ({ page }) => {
  await withoutSuggestions(page)
  await VirtualAuthenticator.addTo(page)
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Use a passkey instead' }).click()
  await expect(trouble(page)).toContainText('this device has no passkey for the portal')
})

test('a browser without passkeys gets a message', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'PublicKeyCredential'))
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Use a passkey instead' }).click()
  await expect(trouble(page)).toContainText("This browser doesn't support passkeys")
})

/** What a relaying attacker does: the real portal's challenge, answered on the attacker's own page. */
async function signElsewhere(elsewhere: Page, options: string): Promise<string> {
  return elsewhere.evaluate(async (json) => {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(json))
    return JSON.stringify(await navigator.credentials.get({ publicKey }))
  }, options)
}

/** Runs in the page: hands what the browser is asked on, and brings the answer back as if it were the browser's. */
function relayToElsewhere() {
  const toText = (bytes: BufferSource) =>
    btoa(String.fromCharCode(...new Uint8Array(bytes as ArrayBuffer)))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '')
  const toBytes = (text: string) =>
    Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (mail) => mail.charCodeAt(0)).buffer
  PublicKeyCredential.isConditionalMediationAvailable = async () => false
  navigator.credentials.get = async (asked) => {
    const { challenge, rpId, userVerification } = asked?.publicKey ?? { challenge: new Uint8Array() }
    const options = JSON.stringify({ challenge: toText(challenge), rpId, userVerification })
    const { askElsewhere } = window as unknown as { askElsewhere: (options: string) => Promise<string> }
    const { id, rawId, type, response } = JSON.parse(await askElsewhere(options))
    const parts = Object.entries<string>(response).map(([name, text]) => [name, toBytes(text)])
    return {
      id,
      type,
      rawId: toBytes(rawId),
      response: Object.fromEntries(parts),
      getClientExtensionResults: () => ({}),
    } as unknown as Credential
  }
}

test('a passkey is proof enough in the midst of a form, and nothing typed is lost', async ({ page }) => {
  await withoutSuggestions(page)
  const tech = await makeTech()
  const { passkey } = await register(page, tech)
  await arrive(page.context(), tech)
  await db.$executeRaw`
    update session set second_factor_at = now() - interval '1 hour' where employee_id = ${tech.id}::uuid`

  await page.goto(`/account/security/methods/${passkey.id}`)
  await page.getByLabel('Name').fill('Laptop at the office')
  await page.getByRole('button', { name: 'Save name' }).click()
  await page
    .getByRole('group', { name: "Confirm it's you" })
    .getByRole('button', { name: 'Use a passkey' })
    .click()
  await expect(page).toHaveURL('/account/security')
  await expect(page.getByText('Name saved.')).toBeVisible()
  await expect(page.getByText('Laptop at the office')).toBeVisible()
})
