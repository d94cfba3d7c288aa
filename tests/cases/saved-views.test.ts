import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/policy'
import { saveViewForm } from '@/lib/cases/support/queue-schema'
import { listSavedViews, removeView, saveView } from '@/lib/cases/support/saved-views'
import { db } from '@/lib/db'
import { actorFor, makeEmployee, makeFirm } from '../factories'

let operator: { id: string }
let sam: Actor

beforeEach(async () => {
  operator =
    (await db.firm.findFirst({ where: { isOperator: true } })) ?? (await makeFirm({ isOperator: true }))
  sam = actorFor(await makeEmployee(operator))
})

const names = async (actor: Actor) => (await listSavedViews(actor)).map(({ name }) => name)

test('a view is kept by its name, without the page it was looked at', async () => {
  await saveView(sam, { name: 'Stolen', query: 'risk=stolen&after=xyz&view=mine' })
  expect(await listSavedViews(sam)).toEqual([{ name: 'Stolen', query: 'view=mine&risk=stolen' }])
})

test('whatever is posted as a view, only a view of the queue is kept', async () => {
  await saveView(sam, { name: 'Odd', query: 'https://elsewhere.example/?view=closed&view=nowhere&x=1' })
  expect(await listSavedViews(sam)).toEqual([{ name: 'Odd', query: '' }])
})

test('the same name once more takes the place of the earlier view', async () => {
  await saveView(sam, { name: 'Mine', query: 'view=mine' })
  await saveView(sam, { name: 'Mine', query: 'view=asked' })
  expect(await listSavedViews(sam)).toEqual([{ name: 'Mine', query: 'view=asked' }])
})

test('nobody has more than twenty, also when they are saved at once', async () => {
  const save = (index: number) => saveView(sam, { name: `View ${index}`, query: 'view=mine' })
  const answers = await Promise.all(Array.from({ length: 25 }, (_, index) => save(index)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(20)
  expect(answers).toContainEqual({ ok: false, reason: 'too-many' })
  expect(await names(sam)).toHaveLength(20)
})

test('each supporter has own views, and removes only these', async () => {
  const sofia = actorFor(await makeEmployee(operator))
  await saveView(sam, { name: 'Mine', query: 'view=mine' })
  await saveView(sofia, { name: 'Mine', query: 'view=mine' })
  await removeView(sofia, 'Mine')
  expect([await names(sam), await names(sofia)]).toEqual([['Mine'], []])
})

test.each(['', '   ', 'x'.repeat(41), '\u202E\u200b'])('%j is no name for a view', (name) => {
  expect(saveViewForm.safeParse({ name, query: '' }).success).toBe(false)
})
