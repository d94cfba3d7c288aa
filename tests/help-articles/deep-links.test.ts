import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type ArticleName, articleNames } from '@/lib/help-articles/articles'
import { headings as searchable } from '@/lib/help-articles/headings'

type Heading = { level: 2 | 3; id: string; words: string }

const texts = new Map(
  articleNames.map((name) => [name, readFileSync(`app/help/${name}/text.mdx`, 'utf8')] as const),
)
const headings = new Map([...texts].map(([name, text]) => [name, headingsOf(text)] as const))

const sources = ['app', 'components', 'lib'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|mdx)$/.test(file))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8')),
)

/** Where messages and the other pages link to, besides what the test finds in them. */
const promised = [
  'same-number',
  'new-number',
  'code',
  'case-page',
  'stop',
  'one-time-pass',
  'new-phone',
  'declined',
  'mail-reset',
  'stolen',
  'limits',
  'for-admins',
]

test('every article has a page, and every page an article', () => {
  const pages = readdirSync('app/help', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(pages.map(({ name }) => name).sort()).toEqual([...articleNames].sort())
})

for (const name of articleNames) {
  test(`each link into ${name} has a heading there`, () => {
    const wanted = sources.flatMap((source) => [
      ...source.matchAll(new RegExp(`/help/${name}#([\\w-]+)`, 'g')),
    ])
    expect(wanted.length).toBeGreaterThan(1)
    expect(wanted.map((found) => found[1]).filter((id) => !has(name, id))).toEqual([])
  })

  test(`each link within ${name} has a heading there`, () => {
    const wanted = [...(texts.get(name) ?? '').matchAll(/\]\(#([\w-]+)\)/g)]
    expect(wanted.map((found) => found[1]).filter((id) => !has(name, id))).toEqual([])
  })

  test(`the list at the top of ${name} names each of its parts`, () => {
    const listed = [...(texts.get(name) ?? '').matchAll(/^- \[.+\]\(#(.+)\)$/gm)].map((found) => found[1])
    const parts = (headings.get(name) ?? []).filter(({ level }) => level === 2).map(({ id }) => id)
    expect(listed).toEqual(parts)
  })

  test(`the search knows the headings of ${name}`, () => {
    const there = (headings.get(name) ?? []).map(({ id, words }) => [id, words])
    expect(Object.entries(searchable[name])).toEqual(there)
  })

  test(`no two headings of ${name} share an address`, () => {
    const ids = (headings.get(name) ?? []).map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)])
  })
}

test('the article on lost phones has the headings that errors link to', () => {
  expect(promised.filter((id) => !has('lost-phone', id))).toEqual([])
})

function has(name: ArticleName, id: string | undefined): boolean {
  return headings.get(name)?.some((heading) => heading.id === id) ?? false
}

/** In their order; a heading without an id of its own gets one from its words. */
function headingsOf(text: string): Heading[] {
  return [...text.matchAll(/^(##|###) (.+)$|^<Part id="([\w-]+)">(.+)<\/Part>$/gm)].map(
    ([, marks, words, id, own]) => ({
      level: marks === '###' ? 3 : 2,
      id: id ?? slugOf(words ?? ''),
      words: words ?? own ?? '',
    }),
  )
}

function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replaceAll(' ', '-')
}
