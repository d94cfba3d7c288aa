import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { getVotes, listArticleVotes, listReasons, reasonsPageSize } from '@/lib/help-articles/queries'
import { missingForm, reasonsView } from '@/lib/help-articles/schema'
import { sayMissing, voteOnArticle } from '@/lib/help-articles/vote-on-article'
import { actorFor, makeEmployee, makeFirm } from '../factories'

const article = 'lost-phone'
const newest = { article, page: 1 } as const

test('a reader who answered No may say what was missing, and change it', async () => {
  const { reader } = await someReader()
  await voteOnArticle(reader, { article, helpful: false })

  await sayMissing(reader, { article, missing: 'A picture of the button.' })
  await sayMissing(reader, { article, missing: 'A picture of every button.' })

  expect(await getVotes(reader, article)).toMatchObject({ own: false, missing: 'A picture of every button.' })
})

test('without any words the No stays and the reason goes', async () => {
  const { reader } = await someReader()
  await voteOnArticle(reader, { article, helpful: false })
  await sayMissing(reader, { article, missing: 'The times.' })

  expect(await sayMissing(reader, { article, missing: '' })).toEqual({ ok: true, value: undefined })

  expect(await getVotes(reader, article)).toMatchObject({ own: false, missing: null })
})

test('answering No once more keeps the reason, and a Yes takes it back', async () => {
  const { reader } = await someReader()
  await voteOnArticle(reader, { article, helpful: false })
  await sayMissing(reader, { article, missing: 'The times.' })

  await voteOnArticle(reader, { article, helpful: false })
  expect((await getVotes(reader, article)).missing).toBe('The times.')
  await voteOnArticle(reader, { article, helpful: true })
  expect((await getVotes(reader, article)).missing).toBeNull()
})

test('a reader who did not answer No cannot say what was missing', async () => {
  const { reader } = await someReader()
  expect(await sayMissing(reader, { article, missing: 'Everything.' })).toEqual({
    ok: false,
    reason: 'not-no',
  })
  await voteOnArticle(reader, { article, helpful: true })
  expect(await sayMissing(reader, { article, missing: 'Everything.' })).toEqual({
    ok: false,
    reason: 'not-no',
  })
})

test('nobody sees or changes what a colleague was missing', async () => {
  const { firm, reader } = await someReader()
  const colleague = actorFor(await makeEmployee(firm))
  await voteOnArticle(reader, { article, helpful: false })
  await sayMissing(reader, { article, missing: 'The times.' })

  await voteOnArticle(colleague, { article, helpful: false })
  await sayMissing(colleague, { article, missing: 'The colours.' })

  expect((await getVotes(reader, article)).missing).toBe('The times.')
  expect((await getVotes(colleague, article)).missing).toBe('The colours.')
  expect((await getVotes(null, article)).missing).toBeNull()
})

test('editors see Yes and No of every article', async () => {
  const { firm, reader } = await someReader()
  const before = await listArticleVotes()
  await voteOnArticle(reader, { article, helpful: true })
  await voteOnArticle(actorFor(await makeEmployee(firm)), { article, helpful: false })
  await voteOnArticle(actorFor(await makeEmployee(firm)), { article, helpful: false })

  const change = (await listArticleVotes()).map((votes, index) => ({
    article: votes.article,
    yes: votes.yes - (before[index]?.yes ?? 0),
    no: votes.no - (before[index]?.no ?? 0),
  }))
  expect(change).toEqual([
    { article: 'two-factor-authentication', yes: 0, no: 0 },
    { article: 'sign-in-methods', yes: 0, no: 0 },
    { article, yes: 1, no: 2 },
  ])
})

test('editors read the newest reasons with the firm, and nothing about the person', async () => {
  const firm = await makeFirm({ name: 'Harbor "IT" <b>' })
  const reader = actorFor(await makeEmployee(firm))
  const words = '<script>alert(1)</script>\n=1+1'
  await voteOnArticle(reader, { article, helpful: false })
  await sayMissing(reader, { article, missing: words })

  const [reason] = (await listReasons(newest)).reasons
  expect(reason).toEqual({ article, words, at: expect.any(Date), firm: 'Harbor "IT" <b>' })
})

test('reasons come fifty a page, each once, also those of one moment, and by article', async () => {
  const firm = await makeFirm()
  const people = await Promise.all(Array.from({ length: reasonsPageSize + 5 }, () => makeEmployee(firm)))
  const votedAt = new Date(Date.now() + 60_000)
  await db.articleVote.createMany({
    data: people.map(({ id, name }) => ({ article, employeeId: id, helpful: false, missing: name, votedAt })),
  })

  const first = await listReasons(newest)
  const second = await listReasons({ article, page: 2 })
  expect([first.reasons.length, first.hasMore]).toEqual([reasonsPageSize, true])
  const words = [...first.reasons, ...second.reasons].slice(0, people.length).map((reason) => reason.words)
  expect(words.sort()).toEqual(people.map(({ name }) => name).sort())
  const others = await listReasons({ article: 'two-factor-authentication', page: 1 })
  expect(others.reasons.filter((reason) => reason.article === article)).toEqual([])
})

test('a reason has at most 1,000 characters, on lines that can be shown', () => {
  const parse = (missing: string) => missingForm.safeParse({ article, missing })
  expect(parse(` First\r\nsecond\tline ${'x'.repeat(900)} `).data?.missing).toMatch(/^First\nsecond line x+$/)
  expect(parse('x'.repeat(1000)).success).toBe(true)
  expect(parse('x'.repeat(1001)).error?.issues[0]?.message).toBe('Use at most 1,000 characters.')
  expect(parse('x'.repeat(1_000_000)).success).toBe(false)
  expect(parse('a\u0007b').data?.missing).toBe('ab')
  expect(parse('\ud800').data?.missing?.isWellFormed()).toBe(true)
  expect(parse('  \n ').data?.missing).toBe('')
  expect(missingForm.safeParse({ article: 'another', missing: 'x' }).success).toBe(false)
})

test('an invalid address of the votes is read as the first page', () => {
  expect(reasonsView.parse({ page: '-3', article: 'another' })).toEqual({ page: 1, article: undefined })
  expect(reasonsView.parse({ page: ['2', '3'], article })).toEqual({ page: 1, article })
})

async function someReader() {
  const firm = await makeFirm()
  return { firm, reader: actorFor(await makeEmployee(firm)) }
}
