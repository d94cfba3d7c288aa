import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = resolve(import.meta.dirname, '..')

export default defineConfig({
  root,
  resolve: {
    alias: {
      '@': root,
      'server-only': resolve(root, 'node_modules/server-only/empty.js'),
    },
  },
  test: {
    globalSetup: 'tests/before-all.ts',
    setupFiles: 'tests/before-file.ts',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: process.env.RACES === 'full' ? 3_600_000 : 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'domain',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', '**/*.built.test.ts'],
        },
      },
      // These start the portal as it was built last.
      { extends: true, test: { name: 'built', include: ['tests/**/*.built.test.ts'] } },
    ],
  },
})
