-- What PostgreSQL itself guarantees, for every writer and every interleaving.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- Firms and employees

-- With two-factor authentication on, every active employee has a number. The flag is the firm's own, carried here by the
-- composite key. A check that evaluates to NULL passes, so the number is compared with "is not null".
alter table employee add constraint employee_number_required
  check (not (firm_requires_second_factor and active) or mobile_number is not null);

alter table employee add constraint employee_mobile_number_e164
  check (mobile_number is null or mobile_number ~ '^\+[1-9][0-9]{6,14}$');

-- Support only in the operator's firm, and no other role in it; two-factor authentication is always on there.
alter table employee add constraint employee_support_only_at_operator
  check ((role = 'support') = firm_is_operator);
alter table firm add constraint firm_operator_rule_on
  check (not is_operator or requires_second_factor);

alter table employee add constraint employee_email_normalised
  check (email = lower(email) and email ~ '^[!-~]+$' and pending_email is distinct from email
    and (pending_email is null or (pending_email = lower(pending_email) and pending_email ~ '^[!-~]+$')));

alter table firm add constraint firm_trust_days_range check (trust_days between 0 and 14);
alter table firm add constraint firm_migration_in_order
  check (migration_finished_at is null or (migration_started_at is not null and migration_finished_at >= migration_started_at));

-- The one definition of "must use a second factor": the firm requires it, or the person has an own method, or a second factor
-- was removed and phone enrollment has not finished.
alter table employee add column must_use_second_factor boolean not null
  generated always as (firm_requires_second_factor or enrolled_at is not null or factor_reset_at is not null) stored;

-- What readiness depends on, in one number, whatever the firm's policy says of it: the number (1 on file, 2 confirmed, 3 tested),
-- passkey (4), authenticator app (8), Authy app (16), a phone that texts reach (32), and a role that is not tech (64).
alter table employee add column readiness_facts smallint not null generated always as (
  ((mobile_number is not null)::int * (1 + (number_proven_at is not null or tested_at is not null)::int + (tested_at is not null)::int)
  + has_passkey::int * 4 + has_app::int * 8 + (vendor_user_id is not null and vendor_app_used_at is not null)::int * 16
  + (mobile_number is not null and factor_reset_at is null)::int * 32 + (role <> 'tech')::int * 64)::smallint) stored;

create function keep_own_methods() returns trigger language plpgsql as $$
begin
  update employee e set has_passkey = own.passkey, has_app = own.app
  from (select whose as id, exists (select from passkey p where p.employee_id = whose and p.cloned_at is null) as passkey,
      exists (select from totp_app a where a.employee_id = whose and a.confirmed_at is not null) as app
    from (select coalesce(new.employee_id, old.employee_id) as whose) one) own
  where e.id = own.id and (e.has_passkey, e.has_app) is distinct from (own.passkey, own.app);
  return null;
end $$;
create trigger passkey_keeps_own_methods after insert or delete or update of cloned_at on passkey
  for each row execute function keep_own_methods();
create trigger totp_app_keeps_own_methods after insert or delete or update of confirmed_at on totp_app
  for each row execute function keep_own_methods();

alter table employee alter column name type text collate "und-x-icu";

-- What a search compares: case, accents, apostrophes, joiners and kinds of dashes make no difference.
create function search_key(words text) returns text language sql immutable strict parallel safe
return replace(replace(replace(replace(translate(
  regexp_replace(lower(normalize(words, nfkd) collate "und-x-icu"),
    '[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u200c\u200d\ufe00-\ufe0f]',
    '', 'g'),
  'øłđðħıŧيىك‐‑‒–—−''’‘ʼʹ´`′', 'olddhitییک------'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th');

create function search_pattern(word text) returns text language sql immutable strict parallel safe
return '%' || regexp_replace(search_key(word), '([\\%_])', '\\\1', 'g') || '%';

alter table employee add column search_key text not null generated always as (search_key(name || ' ' || email)) stored;

-- Room on each page for the rule's cascade to write the new row beside the old one, without touching any index.
alter table employee set (fillfactor = 50);

create index employee_not_ready on employee (firm_id, name, id) where active and mobile_number is null;
create index employee_readiness on employee (firm_id, readiness_facts) where active;
create index employee_last_sign_in on employee (firm_id, active, coalesce(last_sign_in_at, '-infinity'), id);
create index audit_event_denied on audit_event (actor_id, at) where action = 'sign-in.denied';
create index employee_search on employee using gin (firm_id, search_key gin_trgm_ops);
create index firm_search on firm using gin (search_key(name) gin_trgm_ops);

-- The firm's totals, so that no page ever counts. Admins here are the people who can manage the firm: its admins, and
-- support in the operator's firm.
create function count_of(one employee) returns table (active int, without_number int, admins int)
language sql immutable as $$
  select one.active::int, (one.active and one.mobile_number is null)::int,
    (one.active and one.role in ('admin', 'support'))::int
$$;

create function keep_totals_of_joiners_and_leavers() returns trigger language plpgsql as $$
declare
  direction int := case tg_op when 'INSERT' then 1 else -1 end;
begin
  update firm set
    active_employees = active_employees + direction * moved.active,
    active_without_number = active_without_number + direction * moved.without_number,
    active_admins = active_admins + direction * moved.admins
  from (
    select changed.firm_id, sum(counted.active) as active, sum(counted.without_number) as without_number,
      sum(counted.admins) as admins
    from changed cross join lateral count_of(changed) as counted group by changed.firm_id
  ) moved
  where firm.id = moved.firm_id;
  return null;
end $$;

create trigger employee_joins after insert on employee referencing new table as changed
  for each statement execute function keep_totals_of_joiners_and_leavers();
create trigger employee_leaves after delete on employee referencing old table as changed
  for each statement execute function keep_totals_of_joiners_and_leavers();

create function keep_totals_of_changes() returns trigger language plpgsql as $$
declare
  before_change record := count_of(old);
  after_change record := count_of(new);
begin
  if old.firm_id <> new.firm_id then
    raise exception 'an employee stays in one firm' using errcode = 'check_violation', constraint = 'employee_firm_fixed';
  end if;
  update firm set
    active_employees = active_employees + after_change.active - before_change.active,
    active_without_number = active_without_number + after_change.without_number - before_change.without_number,
    active_admins = active_admins + after_change.admins - before_change.admins
  where id = new.firm_id;
  return null;
end $$;

-- The condition keeps the rule's own cascade out, which touches every employee of the firm and none of these.
create trigger employee_changes after update on employee for each row
  when ((old.firm_id, old.active, old.mobile_number is null, old.role)
    is distinct from (new.firm_id, new.active, new.mobile_number is null, new.role))
  execute function keep_totals_of_changes();

-- At least one active admin per firm. The counter's row lock puts two concurrent demotions in line. An admin who leaves is
-- checked at once, a firm that is being founded at commit.
create function require_active_admin() returns trigger language plpgsql as $$
begin
  if exists (select from firm where id = new.id and active_admins < 1) then
    raise exception 'a firm needs an active admin' using errcode = 'check_violation', constraint = 'firm_active_admin';
  end if;
  return null;
end $$;

create constraint trigger firm_keeps_active_admin after update of active_admins
  on firm for each row when (new.active_admins < 1) execute function require_active_admin();
create constraint trigger firm_founded_with_admin after insert
  on firm deferrable initially deferred for each row execute function require_active_admin();

-- Sign-in methods and links

-- One open push per person at a time.
create unique index push_one_open_per_employee on push (employee_id) where status in ('sending', 'pending');

create unique index mail_link_one_open on mail_link (employee_id, purpose) where used_at is null;

alter table recovery_code add constraint recovery_code_slot_range check (slot between 0 and 9);

-- A time step only goes forward: a token that was used, or an older one, cannot come back.
create function refuse_step_back() returns trigger language plpgsql as $$
begin
  if new.last_step < old.last_step then
    raise exception 'a time step goes forward only' using errcode = 'check_violation', constraint = 'totp_app_step_forward';
  end if;
  return new;
end $$;
create trigger totp_app_step_forward before update on totp_app for each row execute function refuse_step_back();

-- A used code stays used; a new set is new rows.
create function refuse_code_unused() returns trigger language plpgsql as $$
begin
  if old.used_at is not null and new.used_at is distinct from old.used_at then
    raise exception 'a used recovery code stays used'
      using errcode = 'check_violation', constraint = 'recovery_code_used_once';
  end if;
  return new;
end $$;
create trigger recovery_code_used_once before update on recovery_code for each row execute function refuse_code_unused();

-- Cases

-- One open case of a kind per person.
create unique index reset_case_one_open on reset_case (employee_id, kind)
  where state in ('received', 'checking', 'asked', 'seconding', 'waiting', 'ready');

alter table reset_case add constraint reset_case_requested_number_e164
  check (requested_number is null or requested_number ~ '^\+[1-9][0-9]{6,14}$');
-- A pending number change has its number and the time it takes effect; a phone reset has a reason and the times of its answer.
alter table reset_case add constraint reset_case_complete check (
  (kind = 'number_change' and requested_number is not null and waits_until is not null)
  or (kind = 'lost_phone' and reason is not null and due_at is not null and breach_at is not null));
alter table reset_case add constraint reset_case_waits_with_end check (state <> 'waiting' or waits_until is not null);
alter table reset_case add constraint reset_case_texts_short
  check (length(words) <= 1000 and length(best_time) <= 200);

-- End states are final, and the person of a case never changes.
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
-- The other views of the queue, each with its own index: open cases stay few, and a search asks people and firms one by one.
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
create index case_message_unsent on case_message (created_at) where sent_at is null and refused_at is null;

-- The audit log and the events of a case can only grow

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit events cannot be changed';
end $$;
create trigger audit_event_append_only before update or delete or truncate
  on audit_event for each statement execute function refuse_audit_change();

create function refuse_case_event_change() returns trigger language plpgsql as $$
begin
  raise exception 'the events of a case cannot be changed';
end $$;
create trigger case_event_append_only before update or delete or truncate
  on case_event for each statement execute function refuse_case_event_change();

-- The portal and its worker own nothing: they read and write rows, only add to audit and case events, and never delete a case.
do $$
begin
  if not exists (select from pg_roles where rolname = 'portal_app') then
    create role portal_app nologin;
  end if;
end $$;

grant usage on schema public to portal_app;
grant select, insert, update, delete on all tables in schema public to portal_app;
grant usage on all sequences in schema public to portal_app;
revoke update, delete on audit_event from portal_app;
revoke update, delete on case_event from portal_app;
revoke delete on reset_case from portal_app;
do $$
begin
  if to_regclass('_prisma_migrations') is not null then
    revoke insert, update, delete on _prisma_migrations from portal_app;
  end if;
end $$;
alter default privileges in schema public grant select, insert, update, delete on tables to portal_app;
alter default privileges in schema public grant usage on sequences to portal_app;
