import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const article = readFileSync('app/help/two-factor-authentication/text.mdx', 'utf8')
const headings = [...article.matchAll(/^#{2,3} (.+)$/gm)].map((found) => slugOf(found[1] ?? ''))

test('each link into the help article leads to a heading of it', () => {
  const sources = ['app', 'components', 'lib'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => readFileSync(`${folder}/${file}`, 'utf8')),
  )
  const wanted = sources.flatMap((source) => [...source.matchAll(/two-factor-authentication#([\w-]+)/g)])
  expect(wanted.length).toBeGreaterThan(5)
  expect(wanted.map((found) => found[1]).filter((slug) => !headings.includes(slug ?? ''))).toEqual([])
})

test('the list at the top of the article names each of its parts', () => {
  const listed = [...article.matchAll(/^- \[.+\]\(#(.+)\)$/gm)].map((found) => found[1])
  const parts = [...article.matchAll(/^## (.+)$/gm)].map((found) => slugOf(found[1] ?? ''))
  expect(listed).toEqual(parts)
})

function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replaceAll(' ', '-')
}
