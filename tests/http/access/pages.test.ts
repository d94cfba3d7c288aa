import { expect, test } from 'vitest'
import { FormBrowser } from '../../form-browser'
import { addressOf } from './addresses'
import { withDraft, withOneTimePass } from './lost-phone-operations'
import { isRefusal, outcomeOf } from './outcome'
import { requestsFor, send } from './page-requests'
import { type Cell, rowsUnder } from './table'
import {
  owners,
  proveBelowMinimum,
  secretsFrom,
  sharedWorld,
  type VisitorName,
  visit,
  type World,
} from './world'

const rows = rowsUnder('Pages')

/** What a page needs besides the visitor, or it leads elsewhere. */
const prepares: Record<string, (world: World) => Promise<unknown>> = {
  '/sign-in/add-method': proveBelowMinimum,
  '/lost-phone/code': withDraft,
  '/new-phone': (world) => withOneTimePass(world, false),
}

for (const { name, cells } of rows) {
  test(`${name} gives everybody what the table says`, async () => {
    const world = await sharedWorld()
    for (const cell of cells) await look(world, name, cell, isFirst(cells, cell))
  })
}

/** Script requests meet the same guard: each is sent once for each of its refusals. */
function isFirst(cells: Cell[], { visitor, expected }: Cell): boolean {
  return visitor === cells.find((cell) => cell.expected === expected)?.visitor
}

async function look(world: World, name: string, { visitor, expected }: Cell, asScriptToo: boolean) {
  const browser = await visit(world, visitor)
  await prepares[name]?.(world)
  const address = addressOf(name, world, visitor)
  const page = await browser.get(address)
  expect.soft(outcomeOf(page), visitor).toBe(expected === 'own' ? 'yes' : expected)
  if (!isRefusal(expected)) {
    expect.soft(page.status, `${visitor} sees the page itself`).toBe(expected === 'home' ? 307 : 200)
    if (mayName(name, visitor)) return
  }
  expectNoSecrets(page.body, { world, name, visitor }, 'as a page')
  if (!isRefusal(expected) || !asScriptToo) return
  for (const request of requestsFor(name, address)) {
    const body = await (await send(request, browser)).text()
    expectNoSecrets(body, { world, name, visitor }, request.name)
  }
}

/** Links name whom they are for, and supporters read of every firm. */
function mayName(name: string, visitor: VisitorName): boolean {
  return name.includes('[link]') || (visitor === 'supporter' && /^\/support\/(cases|vendors)/.test(name))
}

type Look = { world: World; name: string; visitor: VisitorName }

function expectNoSecrets(body: string, { world, name, visitor }: Look, how: string) {
  // Who is half signed in and has no phone learns which admins to ask, and nothing about colleagues.
  const reader = name === '/lost-phone' && visitor === 'pending' ? 'tech' : visitor
  for (const secret of secretsFrom(reader, world))
    expect.soft(body, `${visitor}, ${how}`).not.toContain(secret)
}

test('another person’s sign-in method is not found', async () => {
  const world = await sharedWorld()
  for (const visitor of owners) {
    const browser = await visit(world, visitor)
    const theirs = world.owned[visitor === 'tech' ? 'admin' : 'tech'].methodId
    const missing = crypto.randomUUID()
    const [page, none] = [
      await browser.get(`/account/security/methods/${theirs}`),
      await browser.get(`/account/security/methods/${missing}`),
    ]
    expect.soft([page.status, page.text], visitor).toEqual([404, none.text])
  }
})

test('the request without layouts gives an admin the page and not its frame', async () => {
  const world = await sharedWorld()
  const name = '/admin/employees/[employeeId]/edit'
  const request = requestsFor(name, addressOf(name, world)).find((one) => one.name === 'without its layouts')
  const body = request && (await (await send(request, await visit(world, 'admin'))).text())
  expect(body).toContain(world.victim.name)
  expect(body).not.toContain('Signed in as')
})

test('pending and session cookies in each other’s place are ignored', async () => {
  const world = await sharedWorld()
  const pending = (await visit(world, 'pending')).cookies.get('__Host-pending') ?? ''
  const session = (await visit(world, 'admin')).cookies.get('__Host-session') ?? ''
  const swapped = new FormBrowser()
  swapped.cookies.set('__Host-session', pending).set('__Host-pending', session)

  for (const { name, cells } of rows) {
    const page = await swapped.get(addressOf(name, world))
    expect(outcomeOf(page), name).toBe(cells[0]?.expected)
  }
})
