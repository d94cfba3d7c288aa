import { defineConfig, devices } from '@playwright/test'
import { findBrowser } from './browser'

const { executablePath, env } = await findBrowser()
/** `npm run test:full`: each journey also without script, and those of a phone in its window. */
const isFull = process.env.JOURNEYS === 'full'
const journeys = /e2e\/journeys\/.*\.spec\.ts/
/** What people do on a phone; the other screens are measured at its width by axe. */
const onPhones =
  /e2e\/journeys\/(sign-in|add-method|confirm-number|account-security|lost-phone|employee-list|edit-employee)\.spec\.ts/

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.results/browser',
  globalSetup: './e2e/before-all.ts',
  // Pages wait for the portal and for each other, so more of them than processors keep these busy.
  workers: 3,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  // For a busy machine: what is waited for is an event, so a quiet one never comes near.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  use: {
    baseURL: process.env.PORTAL_URL,
    locale: 'en-US',
    // Recording costs every test a quarter of its time, for the few that fail.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { executablePath, env: { ...process.env, ...env } },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
    {
      name: 'no-script',
      testMatch: journeys,
      grep: isFull ? /./ : /@no-script/,
      use: { javaScriptEnabled: false },
    },
    {
      name: 'phone',
      testMatch: onPhones,
      grep: isFull ? /./ : /@phone/,
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, hasTouch: true },
    },
  ],
})
