import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'
import { type ArticleName, articleNames } from './articles'
import type { ReasonsView } from './schema'

export type Votes = {
  helpful: number
  all: number
  own: boolean | null
  missing: string | null
}

export async function getVotes(actor: Actor | null, article: ArticleName): Promise<Votes> {
  const employeeId = actor?.employeeId ?? null
  const [votes] = await db.$queryRaw<[Votes]>`
    select count(*) filter (where helpful)::int as helpful, count(*)::int as "all",
      bool_or(helpful) filter (where employee_id = ${employeeId}::uuid) as own,
      max(missing) filter (where employee_id = ${employeeId}::uuid) as missing
    from article_vote where article = ${article}`
  return votes
}

export type ArticleVotes = { article: ArticleName; yes: number; no: number }

export async function listArticleVotes(): Promise<ArticleVotes[]> {
  const counted = await db.articleVote.groupBy({ by: ['article', 'helpful'], _count: true })
  return articleNames.map((article) => {
    const countOf = (helpful: boolean) =>
      counted.find((one) => one.article === article && one.helpful === helpful)?._count ?? 0
    return { article, yes: countOf(true), no: countOf(false) }
  })
}

export const reasonsPageSize = 50

export type Reason = { article: ArticleName; words: string; at: Date; firm: string }

export async function listReasons(view: ReasonsView): Promise<{ reasons: Reason[]; hasMore: boolean }> {
  const found = await db.articleVote.findMany({
    where: { helpful: false, missing: { not: null }, article: view.article ?? { in: [...articleNames] } },
    orderBy: [{ votedAt: 'desc' }, { employeeId: 'asc' }, { article: 'asc' }],
    skip: (view.page - 1) * reasonsPageSize,
    take: reasonsPageSize + 1,
    select: {
      article: true,
      missing: true,
      votedAt: true,
      employee: { select: { firm: { select: { name: true } } } },
    },
  })
  const reasons = found.slice(0, reasonsPageSize).flatMap(({ missing, votedAt, employee, ...rest }) => {
    const article = articleNames.find((name) => name === rest.article)
    return article && missing ? [{ article, words: missing, at: votedAt, firm: employee.firm.name }] : []
  })
  return { reasons, hasMore: found.length > reasonsPageSize }
}
