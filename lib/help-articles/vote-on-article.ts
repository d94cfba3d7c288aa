import type { Actor } from '@/lib/access/policy'
import { db } from '@/lib/db'
import type { VoteForm } from './schema'

/**
 * One vote per person and article; a later answer replaces the earlier one, also when both arrive at once. A Yes takes back
 * what was missing.
 */
export async function voteOnArticle(actor: Actor, form: VoteForm): Promise<void> {
  await db.$executeRaw`
    insert into article_vote (article, employee_id, helpful) values (${form.article}, ${actor.employeeId}::uuid, ${form.helpful})
    on conflict (article, employee_id) do update set helpful = excluded.helpful, missing = null, voted_at = now()
    where article_vote.helpful <> excluded.helpful`
}
