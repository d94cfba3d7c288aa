import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = resolve(import.meta.dirname, '..')
const isFull = process.env.RACES === 'full'

const onDatabase = { globalSetup: 'tests/before-all.ts', setupFiles: 'tests/before-file.ts' }

/** Moves the clock of its database, for every connection. */
const apart = ['tests/cases/run-clocks.test.ts']

/** Look at the whole database, or change settings of the process. */
const alone = [
  'tests/races/**/*.test.ts',
  'tests/worker/**/*.test.ts',
  'tests/scripts/**/*.test.ts',
  'tests/vendor-migration/**/*.test.ts',
  'tests/{env,migrations,readiness}.test.ts',
  'tests/audit/append-only.test.ts',
  'tests/cases/{case-facts,complete-case,mailbox-takeover,queue,saved-views,statistics,transitions}.test.ts',
  'tests/help-articles/**/*.test.ts',
  'tests/providers/**/*.test.ts',
  'tests/sign-in-methods/**/{budget,check-token,register-at-vendor,push,follow-push,send-token,throttles}.test.ts',
  'tests/phone-enrollment/{pending-number,enrollment,enrollment-by-verify}.test.ts',
]

export default defineConfig({
  root,
  resolve: {
    alias: {
      '@': root,
      'server-only': resolve(root, 'node_modules/server-only/empty.js'),
    },
  },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // For a busy machine. What a test waits for is an event, so a quiet one never comes near.
    testTimeout: isFull ? 3_600_000 : 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    projects: [
      // These make firms of their own, and share a process and a database with the files before them.
      {
        extends: true,
        test: {
          ...onDatabase,
          name: 'domain',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', 'tests/http/**', '**/*.{built,timing}.test.ts', ...alone, ...apart],
          isolate: false,
        },
      },
      { extends: true, test: { ...onDatabase, name: 'apart', include: apart } },
      // These find the database empty.
      {
        extends: true,
        test: {
          ...onDatabase,
          name: 'alone',
          include: alone,
          exclude: ['**/*.{built,timing}.test.ts'],
          isolate: false,
          provide: { startsEmpty: true },
        },
      },
      // These start the portal as it was built last.
      {
        extends: true,
        test: {
          ...onDatabase,
          name: 'built',
          include: ['tests/**/*.built.test.ts'],
        },
      },
      // These ask one such portal by plain HTTP.
      {
        extends: true,
        test: {
          name: 'http',
          globalSetup: 'tests/http/before-all.ts',
          setupFiles: 'tests/http/before-file.ts',
          include: ['tests/http/**/*.test.ts', ...(isFull ? ['tests/races/*.timing.test.ts'] : [])],
          isolate: false,
        },
      },
    ],
  },
})
