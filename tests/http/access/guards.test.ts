import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { builtActions } from './built-actions'
import { guardedLike, rowsUnder } from './table'

/** What each guard gives to an anonymous visitor, to a pending one and to one who owes the second step. */
const refusals: Record<string, string> = {
  requirePermission: 'sign-in, sign-in, confirm',
  requireSession: 'sign-in, sign-in, own',
  requirePendingSignIn: 'sign-in, own, sign-in',
  requireNumberProof: 'ended, ended, ended',
  none: 'yes, yes, yes',
}

const rows = rowsUnder('Actions')

test('each action has the guard that the table says', () => {
  for (const { name, cells } of rows) expect.soft(guardedLike(cells), name).toBe(refusals[guardOf(name)])
})

test('each guard has an action that is asked by everybody', () => {
  const found = new Set(rows.map(({ name }) => guardOf(name)))
  expect([...found].sort()).toEqual(Object.keys(refusals).sort())
})

/** The guard that the second line of an action calls, which `architecture.test.ts` holds to be one. */
function guardOf(name: string): string {
  const { filename = '' } = builtActions().find(({ exportedName }) => exportedName === name) ?? {}
  const [, body = ''] = readFileSync(filename, 'utf8').split(`export async function ${name}(`)
  const [, second = ''] = body.slice(body.indexOf('{\n') + 2).split('\n', 2)
  return /await (require\w+)\(/.exec(second)?.[1] ?? 'none'
}
