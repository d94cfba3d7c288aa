import { expect, test } from 'vitest'
import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'
import { getVotes } from '@/lib/help-articles/queries'
import { voteForm } from '@/lib/help-articles/schema'
import { voteOnArticle } from '@/lib/help-articles/vote-on-article'
import { actorFor, makeEmployee, makeFirm } from '../factories'

const article = 'two-factor-authentication'

test('a later answer replaces the earlier one', async () => {
  const admin = actorFor((await makeFirm()).admin)
  const { helpful, all } = await getVotes(admin, article)

  await voteOnArticle(admin, { article, helpful: true })
  expect(await getVotes(admin, article)).toEqual({
    helpful: helpful + 1,
    all: all + 1,
    own: true,
    missing: null,
  })

  await voteOnArticle(admin, { article, helpful: false })
  expect(await getVotes(admin, article)).toEqual({ helpful, all: all + 1, own: false, missing: null })
})

test('a reader who is not signed in sees the count and has no answer', async () => {
  const admin = actorFor((await makeFirm()).admin)
  await voteOnArticle(admin, { article, helpful: true })

  expect((await getVotes(null, article)).own).toBeNull()
})

test('answers of one person that arrive at once count once', async () => {
  const admin = actorFor((await makeFirm()).admin)
  const before = await getVotes(admin, article)

  const answers = [true, false, true, false, true, false]
  const votes: Promise<void>[] = []
  await db.$transaction(async (tx) => {
    await tx.articleVote.create({ data: { article, employeeId: admin.employeeId, helpful: true } })
    votes.push(...answers.map((helpful) => voteOnArticle(admin, { article, helpful })))
    await untilWaiting(answers.length)
  })
  await Promise.all(votes)

  const after = await getVotes(admin, article)
  expect(after.all).toBe(before.all + 1)
  expect(after.helpful).toBe(before.helpful + (after.own ? 1 : 0))
})

test('the count is true when many people answer and change their minds at once', async () => {
  const firm = await makeFirm()
  const before = await getVotes(null, article)
  const people = await Promise.all(Array.from({ length: 20 }, async () => actorFor(await makeEmployee(firm))))

  await Promise.all(
    people.flatMap((person) => [vote(person, false), vote(person, true), vote(person, false)]),
  )
  await Promise.all(people.map((person, index) => vote(person, index < 7)))

  const { helpful, all } = await getVotes(null, article)
  expect([helpful - before.helpful, all - before.all]).toEqual([7, 20])
})

test('only the articles that exist take votes, and only Yes or No', () => {
  expect(voteForm.safeParse({ article, helpful: 'yes' }).success).toBe(true)
  expect(voteForm.safeParse({ article: 'another', helpful: 'yes' }).success).toBe(false)
  expect(voteForm.safeParse({ article, helpful: 'maybe' }).success).toBe(false)
  expect(voteForm.safeParse({ article, helpful: 'yes', employeeId: 'x' }).success).toBe(false)
})

function vote(person: Actor, helpful: boolean) {
  return voteOnArticle(person, { article, helpful })
}

/** Until so many statements stand in line behind a lock: the proof that they overlap. */
async function untilWaiting(count: number): Promise<void> {
  let waiting = 0
  while (waiting < count) {
    const [row] = await db.$queryRaw<[{ waiting: number }]>`
      select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and usename = current_user and wait_event_type = 'Lock'`
    waiting = row.waiting
  }
}
