import { expect } from 'vitest'
import { db } from '@/lib/db'

/**
 * What holds for all cases of a database at any moment, whatever was raced, killed or refused before: each query finds
 * what breaks it. A case that the factory made was opened by nobody, and nobody was notified of that.
 */
export async function checkCaseInvariants(): Promise<void> {
  expect(await brokenInvariants()).toEqual({})
}

async function brokenInvariants(): Promise<Record<string, unknown[]>> {
  const broken: Record<string, unknown[]> = {}
  for (const [name, find] of Object.entries(invariants)) {
    const rows = await find()
    if (rows.length > 0) broken[name] = rows
  }
  return broken
}

const invariants: Record<string, () => Promise<unknown[]>> = {
  'I2: what can happen once has happened once': () => db.$queryRaw`
    select case_id, act, count(*)::int from case_event
    where act in ('opened', 'completed', 'declined', 'stopped', 'withdrawn', 'found', 'enrolled')
    group by case_id, act having count(*) > 1`,

  'I2: two approvals at most, by two people': () => db.$queryRaw`
    select case_id from case_event where act = 'approved' group by case_id
    having count(*) > 2 or count(*) <> count(distinct actor_id)`,

  'I6: one open case of a kind per person': () => db.$queryRaw`
    select employee_id, kind::text from reset_case
    where state in ('received', 'checking', 'asked', 'seconding', 'waiting', 'ready')
    group by employee_id, kind having count(*) > 1`,

  'I6: the story is one chain, and ends where the case stands': () => db.$queryRaw`
    select number, story.* from reset_case c cross join lateral (
      select array_agg(act || ' -> ' || to_state order by id) as steps,
        bool_and(from_state is not distinct from earlier) as "isChain",
        (array_agg(to_state order by id desc))[1] as last
      from (select *, lag(to_state) over (order by id) as earlier from case_event where case_id = c.id) v
    ) story where not "isChain" or last is distinct from c.state`,

  'I6: closed is closed, and nothing follows': () => db.$queryRaw`
    select number, state::text from reset_case
    where (closed_at is null) <> (state in ('received', 'checking', 'asked', 'seconding', 'waiting', 'ready'))
    union all
    select c.number, v.act from case_event v join reset_case c on c.id = v.case_id
    where v.from_state in ('done', 'stopped', 'withdrawn', 'declined', 'found')`,

  'I6: the second step is gone exactly where a case was completed and nothing came after it':
    () => db.$queryRaw`
    select e.email, e.factor_reset_at, e.vendor_state::text from employee e
    cross join lateral (select exists (select from reset_case c where c.employee_id = e.id and c.kind = 'lost_phone'
      and (c.state = 'ready' or (c.state = 'withdrawn' and exists (select from case_event v
        where v.case_id = c.id and v.act = 'withdrawn' and v.from_state = 'ready')))) as gone) completed
    where (e.factor_reset_at is not null) <> gone
      or (gone and (e.vendor_user_id is not null or e.vendor_state <> 'none' or e.number_proven_at is not null
        or exists (select from session s where s.employee_id = e.id)))`,

  'I7: a step has one message for each person who is to be notified, and no other': () => db.$queryRaw`
    with step as (
      select v.id, c.id as case_id, c.employee_id, c.firm_id, c.old_number,
        case when v.act in ('taken', 'released', 'answered') or v.act ^@ 'callback-' or v.act ^@ 'document-'
            or v.to_state = 'seconding' then 'nobody'
          when v.act = 'asked' then 'person' else 'everybody' end as audience
      from case_event v join reset_case c on c.id = v.case_id
      where not (v.act = 'opened' and v.actor_id is null)
    ), expected as (
      select id as event_id, employee_id, 'mail' as channel from step where audience <> 'nobody'
      union all
      select id, employee_id, 'text' from step where audience = 'everybody' and old_number is not null
      union all
      select t.id, e.id, 'mail' from step t join employee e on e.firm_id = t.firm_id and e.id <> t.employee_id
        and e.active and e.role in ('admin', 'support')
      where audience = 'everybody'
    ), noted as (
      select n.event_id, n.employee_id, n.channel::text from case_message n join step t on t.id = n.event_id
    )
    (select 'missing', * from expected except all select 'missing', * from noted)
    union all
    (select 'too many', * from noted except all select 'too many', * from expected)`,

  'I7: each message has one job': () => db.$queryRaw`
    select n.id, count(j.id)::int from case_message n join case_event v on v.id = n.event_id
      left join pgboss.job j on j.name = 'case-message' and j.data->>'notificationId' = n.id::text
    where not (v.act = 'opened' and v.actor_id is null)
    group by n.id having count(j.id) <> 1`,

  'I8: each step has one line in the audit of the firm, and no line lacks its step': () => db.$queryRaw`
    select number, act, sum(steps)::int as steps, sum(lines)::int as lines from (
      select c.number::text as number, v.act, 1 as steps, 0 as lines
      from case_event v join reset_case c on c.id = v.case_id where not (v.act = 'opened' and v.actor_id is null)
      union all
      select details->>'case', substr(action, 6), 0, 1 from audit_event
      where action ^@ 'case.' and action not in ('case.code-asked', 'case.wrong-code', 'case.confirmed', 'case.vouched')
    ) both_sides group by number, act having sum(steps) <> sum(lines)`,
}
