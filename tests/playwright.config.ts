import { defineConfig, devices } from '@playwright/test'
import { findBrowser } from './browser'

const { executablePath, env } = await findBrowser()
const journeys = /e2e\/journeys\/.*\.spec\.ts/
/** What people do on a phone; the other screens are measured at its width by axe. */
const onPhones =
  /e2e\/journeys\/(sign-in|add-method|confirm-number|account-security|lost-phone|employee-list|edit-employee)\.spec\.ts/

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.results/browser',
  globalSetup: './e2e/before-all.ts',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env.PORTAL_URL,
    locale: 'en-US',
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: { executablePath, env: { ...process.env, ...env } },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
    { name: 'no-script', testMatch: journeys, use: { javaScriptEnabled: false } },
    {
      name: 'phone',
      testMatch: onPhones,
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, hasTouch: true },
    },
  ],
})
