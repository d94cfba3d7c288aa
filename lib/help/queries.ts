import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'
import type { ArticleName } from './articles'

export type Votes = {
  helpful: number
  all: number
  /** The actor's own answer; null when there is none yet, or nobody is signed in. */
  own: boolean | null
}

/** Counted from the votes themselves, so the sum cannot drift from what people answered. */
export async function getVotes(actor: Actor | null, article: ArticleName): Promise<Votes> {
  const employeeId = actor?.employeeId ?? null
  const [votes] = await db.$queryRaw<[Votes]>`
    select count(*) filter (where helpful)::int as helpful, count(*)::int as "all",
      bool_or(helpful) filter (where employee_id = ${employeeId}::uuid) as own
    from article_vote where article = ${article}`
  return votes
}
