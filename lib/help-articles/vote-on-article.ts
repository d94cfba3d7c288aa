import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import type { MissingForm, VoteForm } from './schema'

export async function voteOnArticle(actor: Actor, form: VoteForm): Promise<void> {
  await db.$executeRaw`
    insert into article_vote (article, employee_id, helpful) values (${form.article}, ${actor.employeeId}::uuid, ${form.helpful})
    on conflict (article, employee_id) do update set helpful = excluded.helpful, missing = null, voted_at = now()
    where article_vote.helpful <> excluded.helpful`
}

export async function sayMissing(actor: Actor, form: MissingForm): Promise<Result<void, 'not-no'>> {
  const kept = await db.$executeRaw`
    update article_vote set missing = nullif(${form.missing}, ''), voted_at = now()
    where article = ${form.article} and employee_id = ${actor.employeeId}::uuid and not helpful`
  return kept === 1 ? ok() : refuse('not-no')
}
