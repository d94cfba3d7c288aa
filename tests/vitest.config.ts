import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = resolve(import.meta.dirname, '..')
const isFull = process.env.RACES === 'full'

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
    projects: [
      {
        extends: true,
        test: {
          name: 'domain',
          globalSetup: 'tests/before-all.ts',
          setupFiles: 'tests/before-file.ts',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', 'tests/http/**', '**/*.{built,http}.test.ts'],
        },
      },
      // These start the portal as it was built last.
      {
        extends: true,
        test: {
          name: 'built',
          globalSetup: 'tests/before-all.ts',
          setupFiles: 'tests/before-file.ts',
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
          include: ['tests/http/**/*.test.ts', ...(isFull ? ['tests/races/*.http.test.ts'] : [])],
          isolate: false,
        },
      },
    ],
  },
})
