import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { securityEvents } from '@/lib/security-events'

test('the table for operators has every security event, and no other', () => {
  const table = readFileSync('docs/security-events.md', 'utf8')
  const named = [...table.matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name)
  expect(named.sort()).toEqual([...securityEvents].sort())
})
