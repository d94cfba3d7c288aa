import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '@/scripts/settings'
import { builtActions } from './built-actions'
import { operations } from './operations'
import { scriptedOperations } from './scripted-operations'
import { rowsUnder } from './table'

const namesUnder = (heading: string) => rowsUnder(heading).map(({ name }) => name)
const files = readdirSync(join(root, 'app'), { recursive: true, encoding: 'utf8' })

test('the table has every page, and no other', () => {
  // A folder with @ holds a second look at a page that has its own address; it is asked for with that page.
  const pages = files.filter((file) => file.endsWith('page.tsx') && !file.includes('@'))
  expect(namesUnder('Pages').sort()).toEqual(pages.map(addressOf).sort())
})

test('the table has every route, and no other', () => {
  expect(namesUnder('Routes').sort()).toEqual(
    files
      .filter((file) => file.endsWith('route.ts'))
      .map(addressOf)
      .sort(),
  )
})

test('the table has every action of the build, and no other, and each is walked', () => {
  const built = builtActions().filter(({ filename }) => !filename.startsWith('app/dev/'))
  const names = built.map(({ exportedName }) => exportedName).sort()
  expect(namesUnder('Actions').sort()).toEqual(names)
  expect(Object.keys({ ...operations, ...scriptedOperations }).sort()).toEqual(names)
})

/** "(portal)/admin/audit-log/page.tsx" is at "/admin/audit-log". */
function addressOf(file: string): string {
  const folders = file.split('/').slice(0, -1)
  return `/${folders.filter((folder) => !folder.startsWith('(')).join('/')}`
}
