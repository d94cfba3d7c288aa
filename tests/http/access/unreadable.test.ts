import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '@/scripts/settings'
import type { FormBrowser } from '../../form-browser'
import { addressOf } from './addresses'
import { actionId } from './built-actions'
import { operations } from './operations'
import { scriptedOperations } from './scripted-operations'
import { rowsUnder } from './table'
import { fingerprint, sharedWorld, type VisitorName, visit, type World } from './world'

/** What stands where a page has an id or the secret of a link. */
const unreadableIds = [
  'abc%ff',
  'a%00b',
  '%E2%80%AE',
  '%0A',
  "'",
  '00000000-0000-0000-0000-00000000000g',
  'x'.repeat(4000),
]

const asked: Array<Record<string, string>> = [{}, { rsc: '1', accept: 'text/x-component' }]

const dynamic = [...rowsUnder('Pages'), ...rowsUnder('Routes')].filter(({ name }) => name.includes('['))

test.each(dynamic)('$name answers an id that it cannot read with 4xx', async ({ name }) => {
  const world = await sharedWorld()
  for (const visitor of visitorsOf(name)) {
    const browser = await visit(world, visitor)
    const before = await fingerprint(world, visitor)
    for (const id of unreadableIds)
      for (const headers of asked) {
        const answer = await browser.send(name.replace(/\[\w+\]/, id), { headers })
        const text = await answer.text()
        const said = `${visitor}, ${id.slice(0, 40)}, ${JSON.stringify(headers)}`
        expect.soft(answer.status, said).toBeLessThan(500)
        expect
          .soft(text, said)
          .not.toMatch(/node_modules|\.next\/server|Something went wrong|^\w+:E\{"digest":"\d+"/m)
      }
    expect.soft(await fingerprint(world, visitor), visitor).toBe(before)
  }
})

const names =
  `after,person,q,show,sort,rule,who,done,refused,reveal,next,method,methods,code,typing,tried,added,state,
kind,view,later,ended,signed-out,allowsPush,minimumTech,trustDays,_rsc`.split(/,\s*/)

const someId = '00000000-0000-4000-8000-000000000000'
const cursors = ['infinity', '99999-01-01', '\ud800'].map((value) =>
  Buffer.from(JSON.stringify([value, someId])).toString('base64url'),
)
const unreadableValues = ['%ff', '%E2%80%AE', 'x'.repeat(200), ...cursors]

test.each(rowsUnder('Pages').filter(({ name }) => !name.startsWith('/dev/')))(
  '$name answers a query that it cannot read without failing',
  async ({ name }) => {
    const world = await sharedWorld()
    const visitor = visitorsOf(name).at(-1) ?? 'admin'
    const browser = await visit(world, visitor)
    for (const value of unreadableValues) {
      const query = names.map((each) => `${each}=${value}`).join('&')
      const answer = await browser.send(`${addressOf(name, world, visitor)}?${query}&q=a`)
      expect.soft(answer.status, value.slice(0, 40)).toBeLessThan(500)
      expect.soft(await answer.text(), value.slice(0, 40)).not.toMatch(/E\{\\?"digest\\?":\\?"\d+"/)
    }
  },
)

function visitorsOf(name: string): VisitorName[] {
  return name.startsWith('/support') ? ['supporter'] : ['anonymous', 'admin']
}

const noForms = ['[]', '["x"]', '[{"errors":{},"values":{}},{"email":"x"}]']

const sources = readdirSync(join(root, 'app'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.ts$/.test(file))
  .map((file) => readFileSync(join(root, 'app', file), 'utf8'))
  .join('\n')

for (const { name } of rowsUnder('Actions')) {
  test(`${name} called with no form is refused and changes nothing`, async () => {
    const world = await sharedWorld()
    const { page, holder } = callOf(name, world)
    const isRead = /\b(parseForm|readFresh|read\w*)\(|form\.get\(/.test(bodyOf(name))
    const open = () => (typeof holder === 'string' ? visit(world, holder) : holder(world))
    const browsers = new Map<string, FormBrowser>()
    for (const body of noForms) browsers.set(body, await open())
    const before = await fingerprint(world, 'anonymous')
    for (const [body, browser] of browsers) {
      const answer = await callWith(body, { browser, page, name })
      expect.soft(answer.status, body).toBeLessThan(500)
      expect.soft(await answer.text(), body).not.toMatch(/node_modules|\bat \w+ \(/)
      const isLedAway = answer.headers.has('x-action-redirect')
      if (isRead && !isLedAway) expect.soft([400, 404], body).toContain(answer.status)
    }
    if (isRead) expect(await fingerprint(world, 'anonymous')).toBe(before)
  })
}

function callWith(
  body: string,
  { browser, page, name }: { browser: FormBrowser; page: string; name: string },
) {
  const headers = {
    origin: process.env.PORTAL_URL ?? '',
    'next-action': actionId(name),
    'content-type': 'text/plain;charset=UTF-8',
    accept: 'text/x-component',
  }
  return browser.send(page, { method: 'POST', headers, body })
}

/** What a button alone does needs nothing of its form. */
function bodyOf(name: string): string {
  return new RegExp(`function ${name}\\([\\s\\S]*?\\n\\}`).exec(sources)?.[0] ?? ''
}

function callOf(name: string, world: World) {
  const scripted = scriptedOperations[name]
  if (scripted) {
    const holder: VisitorName = scripted.page.startsWith('/sign-in/') ? 'pending' : 'admin'
    return { page: scripted.page, holder }
  }
  const operation = operations[name]
  if (!operation) throw new Error(`${name} is in no list`)
  return { page: operation.page(world), holder: operation.holder ?? 'admin' }
}
