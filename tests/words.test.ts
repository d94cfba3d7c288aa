import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const folders = ['app', 'components', 'docs', 'lib', 'prisma', 'scripts', 'tests']
/** What others wrote, what is generated, and this list itself. */
const exempt = /^(prisma\/client|tests\/\.results|tests\/simulators\/specs)\/|^tests\/words\.test\.ts$/
const files = folders
  .flatMap((top) => readdirSync(top, { recursive: true, encoding: 'utf8' }).map((path) => `${top}/${path}`))
  .concat('README.md', 'proxy.ts', 'instrumentation.ts')
  .filter((path) => /\.(tsx?|mjs|js|css|mdx?|prisma|sql)$/.test(path) && !exempt.test(path))

/** Each retired word, with the one that replaced it. */
const retired: Record<string, RegExp> = {
  'way, now sign-in method': /\bways\b|\bways? in\b(?! which)|\bways? on\b|\b(lesser|last used) way\b/i,
  'Way, now Method': /[a-z]Ways?\b|\b[Ww]ays?[A-Z]\w+/,
  'notice, now notification or Alert': /\bnotices?\b|[a-z]Notices?\b|\bnotice[A-Z]/i,
  'letter, now mail': /\bletters? (to|from|about|goes|says?|shows?|tells?)\b/i,
  'ring, now push': /\b(rings|ringing|rang|rung)\b|\bring[A-Z]/,
  'begun, now pending sign-in': /\bbegun\b/i,
  'Knocking, now SignInContext': /knocking/i,
  'Binder, now FreshActor': /binder\b/i,
  'keeper, now admin': /\bkeepers?\b/i,
  'mover, now vendor migration': /\bmovers?\b|Movers?\b/i,
  'set-up, now phone enrollment': /\bset-ups?\b|SetUp/,
  'held number, now pending number change': /\bheld[- ]?numbers?\b|\bholdNumber/i,
  'remembered, now trusted browser': /\bremembered\b|\bremember(s|ing)? (a|the|this) browser/i,
  'supporter moves, now says who acts': /\bsupporters? moves?\b/i,
  'is told, now is notified': /\b(is|are|was|were|be|been|being) told\b|\btold of\b/i,
  'tell, now notify': /\btell[A-Z]\w*/,
  'whoever, now a person who': /\bwhoever\b/i,
  'oneself, now themselves': /oneself/i,
  'the own, now their own': /\bthe own\b|\bone['’]s own\b/i,
  'put in place, now enrolled': /\bput in place\b/i,
  'put out, now signed out': /\bputs? out\b/i,
  'spend, now consume': /\bspen(d|ds|t|ding)\b|\bspend[A-Z]/i,
  'judge, now enforce or verify': /\bjudg(e|es|ed|ing)\b|\bjudge[A-Z]/i,
  'firm rule, now two-factor authentication': /\bFirmRule|\bfirm rule\b/i,
  'alarm colleagues, now notify': /alarmColleagues/,
  'protective wait, now security hold': /\bprotective wait/i,
}

const lines = files.flatMap((path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .map((text, index) => ({ at: `${path}:${index + 1}`, text })),
)

test.each(Object.entries(retired))('no line uses %s', (_, word) => {
  const found = lines.filter(({ text }) => word.test(text))
  expect(found.map(({ at, text }) => `${at} ${text.trim()}`)).toEqual([])
})

test('no file is named by a retired word', () => {
  const words = Object.values(retired)
  expect(files.filter((path) => words.some((word) => word.test(path)))).toEqual([])
})

const titles = files
  .filter((path) => /\.(test|spec)\.tsx?$/.test(path))
  .flatMap((path) =>
    [
      ...readFileSync(path, 'utf8').matchAll(
        /^\s*(?:(?:test|it|describe)(?:\.\w+)?\(|\]\s*(?:as const)?\)\(|(?:test|it)\.each\([^[\n]+?\)\()\s*(['`"])((?:(?!\1).)+)\1,/gm,
      ),
    ].map(([, , title = '']) => ({ path, title })),
  )

test('a test title has at most 80 characters, no semicolon, and no who as its subject', () => {
  expect(titles.length).toBeGreaterThan(1_300)
  expect(titles.filter(({ title }) => title.length > 80 || /;|^who(ever)? /i.test(title))).toEqual([])
})
