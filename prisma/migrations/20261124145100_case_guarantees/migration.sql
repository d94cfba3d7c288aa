-- What PostgreSQL itself guarantees about cases, for every writer and every interleaving.

-- I6: one open request of a kind per person.
create unique index reset_case_one_open on reset_case (employee_id, kind)
  where state in ('received', 'checking', 'asked', 'seconding', 'waiting', 'ready');

alter table reset_case add constraint reset_case_requested_number_e164
  check (requested_number is null or requested_number ~ '^\+[1-9][0-9]{6,14}$');
-- A held number knows its number and when it starts to work; a lost phone knows what happened and when it is answered.
alter table reset_case add constraint reset_case_complete check (
  (kind = 'number_change' and requested_number is not null and waits_until is not null)
  or (kind = 'lost_phone' and reason is not null and due_at is not null and breach_at is not null));
alter table reset_case add constraint reset_case_waits_with_end check (state <> 'waiting' or waits_until is not null);
alter table reset_case add constraint reset_case_texts_short
  check (length(words) <= 1000 and length(best_time) <= 200);

-- I6: end states are final, and whom a case is about never changes.
create function refuse_reset_case_reopened() returns trigger language plpgsql as $$
begin
  if old.state in ('done', 'stopped', 'withdrawn', 'declined', 'found') and new.state <> old.state then
    raise exception 'a closed case stays closed' using errcode = 'check_violation', constraint = 'reset_case_final';
  end if;
  if (old.employee_id, old.firm_id, old.kind) is distinct from (new.employee_id, new.firm_id, new.kind) then
    raise exception 'a case stays with its person' using errcode = 'check_violation', constraint = 'reset_case_subject';
  end if;
  return new;
end $$;
create trigger reset_case_final before update on reset_case for each row execute function refuse_reset_case_reopened();

-- The queue, sorted by due time, and the clocks: each reads only what is open.
create index reset_case_queue on reset_case (due_at, id)
  where kind = 'lost_phone' and state in ('received', 'checking', 'asked', 'seconding');
create index reset_case_waiting on reset_case (waits_until, id) where state = 'waiting';
create index reset_case_ready on reset_case (completed_at, id) where state = 'ready';
create index reset_case_decided on reset_case (decided_at) where decided_at is not null;
create index reset_case_of_firm_open on reset_case (firm_id, opened_at)
  where state in ('received', 'checking', 'asked', 'seconding', 'waiting', 'ready');
-- The other views of the queue, each with its own index: what is open stays few, and a search asks people and firms one by one.
create index reset_case_running on reset_case (due_at, id)
  where kind = 'lost_phone' and state in ('received', 'checking', 'seconding');
create index reset_case_unassigned on reset_case (due_at, id)
  where kind = 'lost_phone' and state in ('received', 'seconding') and owner_id is null;
create index reset_case_owned on reset_case (owner_id, due_at, id)
  where kind = 'lost_phone' and state in ('received', 'checking', 'asked', 'seconding');
create index reset_case_seconding on reset_case (due_at, id) where kind = 'lost_phone' and state = 'seconding';
create index reset_case_asked on reset_case (due_at, id) where kind = 'lost_phone' and state = 'asked';
create index reset_case_waiting_lost on reset_case (waits_until, id) where kind = 'lost_phone' and state = 'waiting';
create index reset_case_queue_risks on reset_case using gin (risks)
  where kind = 'lost_phone' and state in ('received', 'checking', 'asked', 'seconding');
create index reset_case_queue_of_firm on reset_case (firm_id, due_at, id)
  where kind = 'lost_phone' and state in ('received', 'checking', 'asked', 'seconding');
create index reset_case_closed on reset_case (closed_at desc, id desc)
  where kind = 'lost_phone' and closed_at is not null;
create index reset_case_closed_of_firm on reset_case (firm_id, closed_at desc, id desc)
  where kind = 'lost_phone' and closed_at is not null;
create index firm_search on firm using gin (lower(name) gin_trgm_ops);
create index case_notice_unsent on case_message (created_at) where sent_at is null and refused_at is null;

-- The story of a case can only grow.
create function refuse_case_event_change() returns trigger language plpgsql as $$
begin
  raise exception 'the events of a case cannot be changed';
end $$;
create trigger case_event_append_only before update or delete or truncate
  on case_event for each statement execute function refuse_case_event_change();

revoke update, delete on case_event from portal_app;
revoke delete on reset_case from portal_app;
