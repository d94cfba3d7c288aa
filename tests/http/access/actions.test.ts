import { expect, test } from 'vitest'
import { type Answer, type FormBrowser, fill, formWith } from '../../form-browser'
import { actionId, bodyOf } from './built-actions'
import { formCall } from './form-call'
import type { Operation, ScriptedOperation } from './operation'
import { operations } from './operations'
import { isRefusal, outcomeOf, saidBy } from './outcome'
import { scriptedOperations } from './scripted-operations'
import { type Cell, guardedLike, type Row, rowsUnder } from './table'
import { fingerprint, isOwner, makeWorld, secretsFrom, type VisitorName, visit, type World } from './world'

type Entries = Array<[string, string]>

const rows = rowsUnder('Actions')

for (const row of rows) {
  test(`${row.name} gives everybody what the table says`, async () => {
    const { name } = row
    const world = await makeWorld()
    const operation = operations[name]
    const scripted = scriptedOperations[name]
    const cells = row.cells.filter((cell) => isAsked(row, cell))
    if (operation) await walk(world, name, operation, cells)
    if (scripted) for (const cell of cells) await walkScripted(world, name, scripted, cell)
  })
}

/**
 * What a guard does to people who are not fully signed in is the same for each action behind it (`guards.test.ts`), so they
 * ask the first one, and those that are theirs.
 */
function isAsked(row: Row, { visitor, expected }: Cell): boolean {
  if (isOwner(visitor) || operations[row.name]?.holder === visitor) return true
  if (visitor === 'pending' && expected === 'own') return true
  return row === rows.find(({ cells }) => guardedLike(cells) === guardedLike(row.cells))
}

test('the form that a script sends arrives whole', async () => {
  const [world, page] = [await makeWorld(), '/account/security/passkey']
  const sent = formCall(Object.entries({ answer: 'none', name: 'Laptop' }))
  const { body } = await call(await visit(world, 'tech'), 'addPasskeyAction', page, sent)
  expect(body).toContain('"values":{"answer":"none","name":"Laptop"}')
})

const withoutKey = {
  'opens a session or a sign-in with a cookie of its own': [
    'signInAction',
    'stepUpAction',
    'startEnrollmentAction',
    'startNumberProofAction',
    'checkTokenAction',
    'finishPushAction',
  ],
  'shows a secret, which is stored nowhere': [
    'generateCodesInSignInAction',
    'generateRecoveryCodesAction',
    'makeOneTimePassAction',
    'openCaseAction',
    'showOneTimePassAction',
    'startAppAction',
    'startAppInSignInAction',
  ],
  'sends something again, within its own limit': [
    'askResetAction',
    'sendEnrollmentTokenAction',
    'sendNewCodeAction',
    'sendPushAction',
    'sendTokenAction',
    'textNumberTokenAction',
  ],
  'changes the same however often it is sent': [
    'answerRuleAction',
    'chooseThemeAction',
    'endOtherSessionsAction',
    'forgetAllBrowsersAction',
    'markReadAction',
    'removeViewAction',
    'sayNotMeSignedInAction',
    'signOutAction',
    'startAgainAction',
    'switchKeysAction',
    'voteAction',
  ],
}

function isCarriedOutOnce(name: string): boolean {
  return /\bonce(ThenLeave)?\(/.test(bodyOf(name))
}

test('every form that creates or changes is carried out once', () => {
  expect(
    Object.keys(operations)
      .filter((name) => !isCarriedOutOnce(name))
      .sort(),
  ).toEqual(Object.values(withoutKey).flat().sort())
})

/** First those for whom nothing may change, the holder of the form last. */
async function walk(world: World, name: string, operation: Operation, cells: Cell[]) {
  const { holder = 'admin' } = operation
  const form = await findForm(await arrive(world, holder, operation), world, operation)
  const undone: VisitorName[] = []

  for (const { visitor, expected } of cells) {
    const one = { operation, form, visitor }
    if (isRefusal(expected)) await expectRefused(world, name, { ...one, expected })
    if (expected === 'nothing') await expectNothing(world, one)
    if (expected === 'own' && visitor !== holder && !(await doesOwn(world, one))) undone.push(visitor)
  }
  for (const visitor of undone) await expectOwnDone(world, name, { operation, form, visitor })
  for (const { visitor, expected } of cells)
    if (expected === 'yes' || (expected === 'own' && visitor === holder))
      await expectHoldersDone(world, name, { operation, form, visitor })
  if (typeof holder !== 'string')
    expectDone(await pressOwn(world, name, holder, operation), operation, 'whom it is for')
}

type Found = { path: string; entries: Entries }
type Try = { operation: Operation; form: Found; visitor: VisitorName }

async function expectRefused(
  world: World,
  name: string,
  { form, visitor, expected }: Try & { expected: string },
) {
  const browser = await visit(world, visitor)
  const before = await fingerprint(world, visitor)
  const answer = await browser.post(form.path, form.entries)
  expect.soft(outcomeOf(answer), `${visitor}, by the form`).toBe(expected)

  const called = await call(browser, name, form.path, formCall(form.entries))
  expect.soft(called.outcome, `${visitor}, as a script asks`).toBe(expected)
  expectNoSecrets(called.body, visitor, world)
  expect.soft(await fingerprint(world, visitor), `${visitor} changed something`).toBe(before)
}

async function expectNothing(world: World, { operation, form, visitor }: Try) {
  const browser = await arrive(world, visitor, operation)
  const before = await fingerprint(world, visitor)
  const answer = await browser.post(form.path, form.entries)
  expect.soft(await fingerprint(world, visitor), `${visitor} changed something`).toBe(before)
  await expectAsMissing(browser, answer, { form, visitor }, world.ids)
}

/** Somebody else's form does nothing to what is theirs. Whether it has done the visitor's own: with no id in it, it does. */
async function doesOwn(world: World, { operation, form, visitor }: Try): Promise<boolean> {
  const browser = await arrive(world, visitor, operation)
  const before = await fingerprint(world, visitor)
  const answer = await browser.post(form.path, form.entries)
  expect.soft(await fingerprint(world, visitor), `${visitor} changed something of others`).toBe(before)
  if (operation.done.test(saidBy(answer))) return true
  await expectAsMissing(browser, answer, { form, visitor }, idsIn(form))
  return false
}

/** Word for word what ids that do not exist get. */
async function expectAsMissing(
  browser: FormBrowser,
  answer: Answer,
  { form, visitor }: Omit<Try, 'operation'>,
  ids: string[],
) {
  if (ids.length === 0) return
  const without = (text: string) => ids.reduce((left, id) => left.replaceAll(id, madeUp(id)), text)
  const other = await browser.post(without(form.path), renamed(form.entries, without))
  const said = [answer.status, without(saidBy(answer))]
  expect.soft(said, `${visitor}, as for what is not there`).toEqual([other.status, saidBy(other)])
}

async function expectOwnDone(world: World, name: string, { operation, form, visitor }: Try) {
  const { ownId, holder = 'admin' } = operation
  if (!ownId || typeof holder !== 'string' || !isOwner(holder) || !isOwner(visitor))
    return expectDone(await pressOwn(world, name, visitor, operation), operation, visitor)
  const own = (text: string) => text.replaceAll(ownId(world, holder), ownId(world, visitor))
  const browser = await arrive(world, visitor, operation)
  const answer = await browser.post(own(form.path), renamed(form.entries, own))
  expectDone(answer, operation, visitor)
}

async function expectHoldersDone(world: World, name: string, { operation, form, visitor }: Try) {
  const { holder = 'admin', prepare } = operation
  if (visitor === holder)
    return expectDone(await pressOwn(world, name, visitor, operation), operation, visitor)
  const browser = await arrive(world, visitor, operation)
  const now = prepare ? await findForm(await visitAs(world, holder), world, operation) : form
  expectDone(await browser.post(now.path, now.entries), operation, visitor)
}

async function pressOwn(world: World, name: string, holder: Holder, operation: Operation): Promise<Answer> {
  const browser = await arrive(world, holder, operation)
  const form = await findForm(browser, world, operation)
  const answer = await browser.post(form.path, form.entries)
  if (isCarriedOutOnce(name)) expectSameAgain(await browser.post(form.path, form.entries), operation, name)
  return answer
}

/** A secret is not shown twice, so its form answers that it was carried out. */
function expectSameAgain(again: Answer, { done }: Operation, name: string) {
  const isSame = done.test(saidBy(again)) || again.text.includes('This was already saved.')
  expect.soft(isSame, `${name}, sent again: ${saidBy(again)}`).toBe(true)
}

async function walkScripted(
  world: World,
  name: string,
  operation: ScriptedOperation,
  { visitor, expected }: Cell,
) {
  const browser = await visit(world, visitor)
  await operation.prepare?.(world)
  const before = await fingerprint(world, visitor)
  const { outcome, body } = await call(browser, name, operation.page, operation.body())
  if (isRefusal(expected)) expect.soft(outcome, visitor).toBe(expected)
  else expect.soft(body, visitor).toMatch(operation.done)
  // A person with a pending sign-in may read their own name.
  expectNoSecrets(body, visitor === 'pending' && expected === 'own' ? 'tech' : visitor, world)
  expect.soft(await fingerprint(world, visitor), `${visitor} changed something`).toBe(before)
}

async function findForm(browser: FormBrowser, world: World, operation: Operation): Promise<Found> {
  const { first, button, fields } = operation
  const found = await browser.get(operation.page(world))
  const page = first ? await browser.press(found, first.button) : found
  const label = typeof button === 'string' ? button : button(world)
  return { path: found.path, entries: fill(formWith(page, label), label, fields?.(world)) }
}

type Holder = NonNullable<Operation['holder']>

async function arrive(world: World, holder: Holder, { prepare }: Operation): Promise<FormBrowser> {
  const browser = await visitAs(world, holder)
  await prepare?.(world)
  return browser
}

function visitAs(world: World, holder: Holder): Promise<FormBrowser> {
  return typeof holder === 'string' ? visit(world, holder) : holder(world)
}

/** As the script of a page does. */
async function call(browser: FormBrowser, name: string, page: string, body: string | FormData) {
  const headers: Record<string, string> = {
    origin: process.env.PORTAL_URL ?? '',
    'next-action': actionId(name),
    accept: 'text/x-component',
  }
  if (typeof body === 'string') headers['content-type'] = 'text/plain;charset=UTF-8'
  const answer = await browser.send(page, { method: 'POST', headers, body })
  const location = answer.headers.get('x-action-redirect')?.split(';')[0] ?? null
  return { outcome: outcomeOf({ status: answer.status, location }), body: await answer.text() }
}

const anId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^[0-9a-f]{64}$/

function idsIn({ entries }: Found): string[] {
  return entries.flatMap(([name, value]) => (!name.startsWith('$') && anId.test(value) ? [value] : []))
}

/** Looks like this id, and is nobody's. */
function madeUp(id: string): string {
  return id.replace(/[0-9a-f]{8}/, '00000000')
}

function renamed(entries: Entries, rename: (text: string) => string): Entries {
  return entries.map(([field, value]) => [field, rename(value)])
}

function expectDone(answer: Answer, { done }: Operation, visitor: string) {
  expect.soft(saidBy(answer), visitor).toMatch(done)
}

function expectNoSecrets(body: string, visitor: VisitorName, world: World) {
  for (const secret of secretsFrom(visitor, world)) expect.soft(body, visitor).not.toContain(secret)
}
