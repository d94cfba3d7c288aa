import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const table = readFileSync('docs/roles.md', 'utf8')
const files = readdirSync('app', { recursive: true, encoding: 'utf8' })

test('the table of roles names every page and route', () => {
  // A folder with @ holds a second look at a page that has its own address.
  const doors = files.filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file) && !file.includes('@'))
  expect(doors.length).toBeGreaterThan(10)
  expect(doors.map(addressOf).filter((address) => !table.includes(`\`${address}\``))).toEqual([])
})

test('the table of roles names every action', () => {
  const actions = files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(`app/${file}`, 'utf8'))
    .filter((source) => source.startsWith("'use server'"))
    .flatMap((source) => [...source.matchAll(/^export async function (\w+)/gm)].map((found) => found[1]))
  expect(actions.length).toBeGreaterThan(10)
  expect(actions.filter((action) => !table.includes(`\`${action}\``))).toEqual([])
})

/** "(portal)/admin/audit-log/page.tsx" is at "/admin/audit-log". */
function addressOf(file: string): string {
  const folders = file.split('/').slice(0, -1)
  return `/${folders.filter((folder) => !folder.startsWith('(')).join('/')}`
}
