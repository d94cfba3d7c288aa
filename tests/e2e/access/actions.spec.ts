import { expect, test } from '@playwright/test'
import { type Answer, type FormBrowser, fill, formWith } from '../../form-browser'
import { actionId } from './built-actions'
import { type Operation, operations, previewNumber } from './operations'
import { outcomeOf } from './outcome'
import { type Cell, rowsUnder } from './table'
import {
  fingerprint,
  makeWorld,
  secretsFrom,
  sharedWorld,
  type VisitorName,
  visit,
  type World,
} from './world'

const rows = rowsUnder('Actions')

for (const { name, cells } of rows) {
  const operation = operations[name]
  if (operation) for (const cell of cells) walk(name, operation, cell)
  for (const cell of cells.filter(({ expected }) => isRefusal(expected))) walkAsScript(name, cell)
}

function walk(name: string, operation: Operation, { visitor, expected }: Cell) {
  test(`${name}: ${visitor} gets ${expected}`, async () => {
    const world = await (expected === 'yes' || expected === 'own' ? makeWorld() : sharedWorld())
    const { path, entries } = await holdersForm(world, operation)
    const browser = await arrive(world, visitor, operation)
    const before = await fingerprint(world, visitor)
    const answer = await browser.post(path, entries)

    const isHolder = visitor === (operation.holder ?? 'admin')
    if (expected === 'yes' || (expected === 'own' && isHolder)) return expectDone(answer, operation)
    expect(await fingerprint(world, visitor)).toBe(before)
    if (expected === 'own') {
      // A form without an id in it does everybody's own.
      if (isDone(answer, operation)) return
      return expectDone(await pressOwn(world, visitor, operation), operation)
    }
    if (expected !== 'nothing') return expect(outcomeOf(answer)).toBe(expected)

    const missing = crypto.randomUUID()
    const renamed = (text: string) => world.ids.reduce((left, id) => left.replaceAll(id, missing), text)
    const asMissing = entries.map(([field, value]): [string, string] => [field, renamed(value)])
    const other = await browser.post(renamed(path), asMissing)
    expect([answer.status, renamed(answer.location ?? answer.text)]).toEqual([
      other.status,
      other.location ?? other.text,
    ])
  })
}

function walkAsScript(name: string, { visitor, expected }: Cell) {
  test(`${name}: ${visitor}, calling it as a script does, gets ${expected}`, async () => {
    const world = await sharedWorld()
    const browser = await visit(world, visitor)
    const before = await fingerprint(world, visitor)
    const page = operations[name]?.page(world) ?? previewNumber.page
    const answer = await call(browser, name, page, '[]')

    const location = answer.headers.get('x-action-redirect')?.split(';')[0] ?? null
    expect(outcomeOf({ status: answer.status, location })).toBe(expected)
    const body = await answer.text()
    for (const secret of secretsFrom(visitor, world)) expect(body).not.toContain(secret)
    expect(await fingerprint(world, visitor)).toBe(before)
  })
}

for (const visitor of ['admin', 'foreign admin'] as const) {
  test(`${previewNumber.name}: ${visitor} gets yes`, async () => {
    const { name, page, body, done } = previewNumber
    const answer = await call(await visit(await sharedWorld(), visitor), name, page, body)
    expect(await answer.text()).toMatch(done)
  })
}

async function holdersForm(world: World, operation: Operation) {
  const browser = await arrive(world, operation.holder ?? 'admin', operation)
  const page = await browser.get(operation.page(world))
  const button = labelIn(world, operation)
  return { path: page.path, entries: fill(formWith(page, button), button, operation.fields?.(world)) }
}

async function pressOwn(world: World, visitor: VisitorName, operation: Operation) {
  const browser = await arrive(world, visitor, operation)
  const page = await browser.get(operation.page(world))
  return browser.press(page, labelIn(world, operation), operation.fields?.(world))
}

function labelIn(world: World, { button }: Operation): string {
  return typeof button === 'string' ? button : button(world)
}

async function arrive(world: World, visitor: VisitorName, { prepare }: Operation): Promise<FormBrowser> {
  const browser = await visit(world, visitor)
  await prepare?.(world)
  return browser
}

function isDone(answer: Answer, { done }: Operation) {
  return done.test(answer.location ?? answer.text)
}

function expectDone(answer: Answer, { done }: Operation) {
  expect(answer.location ?? answer.text).toMatch(done)
}

function call(browser: FormBrowser, name: string, page: string, body: string): Promise<Response> {
  const headers = {
    origin: process.env.PORTAL_URL ?? '',
    'next-action': actionId(name),
    accept: 'text/x-component',
    'content-type': 'text/plain;charset=UTF-8',
  }
  return browser.send(page, { method: 'POST', headers, body })
}

function isRefusal(expected: string) {
  return ['sign-in', 'confirm', '404'].includes(expected)
}
