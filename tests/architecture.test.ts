import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

const files = ['app', 'components', 'lib']
  .flatMap((top) => readdirSync(top, { recursive: true, encoding: 'utf8' }).map((path) => `${top}/${path}`))
  .filter((path) => /\.tsx?$/.test(path))
const sources = new Map(files.map((path) => [path, readFileSync(path, 'utf8')]))

/** Every import as [file, target]: own files as paths from the top, packages by name. */
const imports = [...sources].flatMap(([path, source]) =>
  [...source.matchAll(/from '([^']+)'|import\('([^']+)'\)|^import '([^']+)'/gm)].map(
    (found) => [path, targetOf(path, found[1] ?? found[2] ?? found[3] ?? '')] as const,
  ),
)

function targetOf(path: string, target: string): string {
  if (target.startsWith('@/')) return target.slice(2)
  return target.startsWith('.') ? normalize(join(dirname(path), target)) : target
}

function arrows(from: RegExp, to: RegExp): string[] {
  return imports
    .filter(([path, target]) => from.test(path) && to.test(target))
    .map((pair) => pair.join(' -> '))
}

test('nothing imports from app', () => {
  expect(arrows(/^(components|lib)\//, /^app\//)).toEqual([])
})

test('components know looks, and of a domain at most its schema and rules', () => {
  const domain = arrows(/^components\//, /^(lib|prisma)\//)
  expect(domain.filter((arrow) => !/-> lib\/.*\/(schema|rules)$/.test(arrow))).toEqual([])
})

test('only session knows next', () => {
  expect(arrows(/^lib\/(?!session\/)/, /^next(\/|$)/)).toEqual([])
})

test('pages and actions reach rows only through a domain', () => {
  expect(arrows(/^app\//, /^(lib\/db|prisma\/client\/client)$/)).toEqual([])
})

test('domains know sessions, never the request that carries one', () => {
  expect(arrows(/^lib\/(?!session\/)/, /^lib\/session\/(cookie|get-visitor|guards|origin)$/)).toEqual([])
})

/** The folders of `lib`, top floor first: each may import those below it, never one above. A circle cannot be written down. */
const floors = [
  'worker',
  'server',
  'vendor-migration',
  'phone-enrollment',
  'sign-in',
  'help-articles',
  'employees/recovery',
  'employees',
  'cases/support',
  'cases/person',
  'cases/mails',
  'cases/firm',
  'cases/clock',
  'cases',
  'firms',
  'account',
  'sign-in-methods/push',
  'sign-in-methods/trusted-browsers',
  'sign-in-methods/passkeys',
  'sign-in-methods/tokens',
  'sign-in-methods/totp',
  'sign-in-methods/recovery-codes',
  'sign-in-methods/vendors',
  'sign-in-methods',
  'passwords',
  'session',
  'notifications',
  'notifications/words',
  'mail-links',
  'secrets',
  'providers',
  'contact',
  'jobs',
  'audit',
  '',
  'access',
]

test('the folders of lib form no circle, and no folder imports one above it', () => {
  const floorOf = (path: string) => floors.indexOf(path.split('/').slice(1, -1).join('/'))
  const inLib = imports.filter(([path, target]) => path.startsWith('lib/') && target.startsWith('lib/'))
  for (const [path] of inLib) expect(floorOf(path), `${path} has no floor`).not.toBe(-1)
  const upward = inLib.filter(([path, target]) => floorOf(path) > floorOf(target))
  expect(upward.map((pair) => pair.join(' -> '))).toEqual([])
})

test('schemas and rules do no I/O', () => {
  const io =
    /^(lib\/(db|env|log|rate-limit|jobs|audit)|node:(fs|net|http|child_process)|pg|prisma\/client\/client$)/
  expect(arrows(/^lib\/.*\/(schema|rules|[a-z-]+-rules)\.ts$/, io)).toEqual([])
})

test('each vendor package is imported by one file', () => {
  for (const name of [
    'authy-client',
    'nodemailer',
    'bcrypt',
    'iron-session',
    'pino',
    'rate-limiter-flexible',
    'twilio',
  ]) {
    const importers = new Set(imports.filter(([, target]) => target === name).map(([path]) => path))
    expect([...importers], name).toHaveLength(1)
  }
})

test('only adapters talk to a vendor through the file that imports its package', () => {
  const client = arrows(/./, /^lib\/providers\/(twilio-client|authy-exchange)$/)
  expect(
    client.filter((arrow) => !/^lib\/providers\/[a-z-]+\.(twilio|verify|authy)\.ts /.test(arrow)),
  ).toEqual([])
})

test('settings are read in one file', () => {
  const readers = [...sources].filter(([, source]) => source.includes('process.env')).map(([path]) => path)
  expect(readers.filter((path) => path !== 'lib/env.ts')).toEqual([])
})

const guards = /await require(Actor|Permission|Session|PendingSignIn|NumberProof)\(/
/** Doors for people who are not signed in: each takes a password, an address, a link or a passkey as its proof. */
const openEntrances = [
  'signInAction',
  'startDiscoverableSignInAction',
  'signInWithPasskeyAction',
  'askResetAction',
  'setPasswordAction',
  'startEnrollmentAction',
  'startNumberProofAction',
  'answerQuestionAction',
  'withdrawCaseAction',
  'mailEnrollmentLinkFromPageAction',
  'stopByLinkAction',
  'sayNotMeAction',
  'chooseThemeAction',
  'chooseTheme',
]

test('every action refuses other origins on line one and calls its guard on line two', () => {
  const actions = [...sources].filter(([, source]) => /^'use server'/m.test(source))
  expect(actions.length).toBeGreaterThan(5)
  for (const [path, source] of actions) {
    for (const [, name, body] of source.matchAll(
      /export async function (\w+)\([^)]*\)[^{]*\{\n([\s\S]*?)\n\}/g,
    )) {
      const [first = '', second = ''] = (body ?? '').split('\n')
      expect(first.trim(), `${path} ${name}`).toBe('await requireOwnOrigin()')
      if (!openEntrances.includes(name ?? '')) expect(second, `${path} ${name}`).toMatch(guards)
    }
    expect(
      source.match(/export (?!async function|type|const \w+Limit)/),
      `${path} exports more than actions`,
    ).toBeNull()
  }
})

test('no form binds its action: posted without a script, a bound one never answers', () => {
  const bound = [...sources].filter(
    ([path, source]) => /^(app|components)\//.test(path) && /\.bind\(/.test(source),
  )
  expect(bound.map(([path]) => path)).toEqual([])
})

test('actions are in files of their own, where the tests above see them', () => {
  const inline = [...sources].filter(([, source]) => /^\s+'use server'/m.test(source))
  expect(inline.map(([path]) => path)).toEqual([])
})

/** Pages that anybody may open. */
const openPages =
  /^app\/(\(signed-out\)\/((sign-in|forgot-password)\/page|(set-password|new-phone|lost-phone\/(case|stop)|not-me|confirm-number)\/\[link\])|help\/|dev\/(ui|mails))/

test('every page behind the sign-in calls a guard', () => {
  const pages = [...sources].filter(([path]) => /^app\/.*\/page\.tsx$/.test(path))
  for (const [path, source] of pages) {
    if (openPages.test(path)) continue
    expect(source, path).toMatch(guards)
  }
})
