import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const page = readFileSync('docs/asvs.md', 'utf8')
/** Chapter, section and line, as OWASP numbers them: how many lines each section has. */
const sections = {
  '6.1': 3,
  '6.2': 12,
  '6.3': 8,
  '6.4': 6,
  '6.5': 8,
  '6.6': 4,
  '6.7': 2,
  '7.1': 3,
  '7.2': 4,
  '7.3': 2,
  '7.4': 5,
  '7.5': 3,
  '8.1': 4,
  '8.2': 4,
  '8.3': 3,
  '8.4': 2,
}
const ids = Object.entries(sections).flatMap(([section, lines]) =>
  Array.from({ length: lines }, (_, line) => `${section}.${line + 1}`),
)
const rows = page.split('\n').filter((line) => /^\| \d\.\d\.\d/.test(line))

test('every file and folder that the page names as proof exists', () => {
  const named = [...page.matchAll(/`([a-z]+\/[^`]+)`/g)].map(([, path = '']) => path)
  expect(named.length).toBeGreaterThan(100)
  expect([...new Set(named)].filter((path) => !existsSync(path))).toEqual([])
})

test('every line of the chapters has a state and a proof', () => {
  const stated = rows.map((row) => row.split('|').map((cell) => cell.trim()))
  expect(stated.flatMap(([, id = '']) => (ids.includes(id) ? [id] : []))).toEqual(ids)
  for (const [, id, , , state = '', proof = ''] of stated) {
    expect(state, id).toMatch(/^(met(:|$)|partly(:|$)|not:|n\.a\.)/)
    if (!state.startsWith('n.a.')) expect(proof, id).toMatch(/`.+`|\]\(#/)
  }
})

test('what is only partly met says what is missing', () => {
  for (const row of rows.filter((row) => row.includes('| partly')))
    expect(row).toMatch(/\| partly: .{20,}? \|/)
})
