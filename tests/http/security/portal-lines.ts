import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSettings } from '@/scripts/settings'

const file = join(readSettings().dataDirectory, 'tests/logs/first-portal.log')

/** What the first portal logs from now on. */
export function portalLines(): { since: () => string[] } {
  const before = readFileSync(file, 'utf8').length
  return { since: () => readFileSync(file, 'utf8').slice(before).split('\n').filter(Boolean) }
}
