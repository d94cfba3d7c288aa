-- What PostgreSQL itself guarantees, for every writer and every interleaving.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- Rule on => every active employee has a number. The flag is the firm's own, carried here by the composite key.
-- A check that evaluates to NULL passes, so the number is compared with "is not null".
alter table employee add constraint employee_number_required
  check (not (firm_requires_second_factor and active) or mobile_number is not null);

alter table employee add constraint employee_mobile_number_e164
  check (mobile_number is null or mobile_number ~ '^\+[1-9][0-9]{6,14}$');

-- Support only in the operator's firm, and nobody else in it; its rule is always on.
alter table employee add constraint employee_support_only_at_operator
  check ((role = 'support') = firm_is_operator);
alter table firm add constraint firm_operator_rule_on
  check (not is_operator or requires_second_factor);

alter table employee add constraint employee_email_normalised
  check (email = lower(email) and email !~ '\s');

alter table employee alter column name type text collate "und-x-icu";

-- Room on each page for the rule's cascade to write the new row beside the old one, without touching any index.
alter table employee set (fillfactor = 50);

-- One open push per person at a time.
create unique index push_one_open_per_employee on push (employee_id) where status in ('sending', 'pending');

create index employee_not_ready on employee (firm_id, name, id) where active and mobile_number is null;
create index employee_last_sign_in on employee (firm_id, active, coalesce(last_sign_in_at, '-infinity'), id);
create index employee_search on employee using gin (firm_id, (lower(name || ' ' || email)) gin_trgm_ops);
create unique index mail_link_one_open on mail_link (employee_id, purpose) where used_at is null;

-- The firm's totals, so that no page ever counts. A keeper can manage the firm: an admin, or support in the operator's firm.
create function count_of(one employee) returns table (active int, without_number int, keepers int)
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
    active_admins = active_admins + direction * moved.keepers
  from (
    select changed.firm_id, sum(counted.active) as active, sum(counted.without_number) as without_number,
      sum(counted.keepers) as keepers
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
    active_admins = active_admins + after_change.keepers - before_change.keepers
  where id = new.firm_id;
  return null;
end $$;

-- The condition keeps the rule's own cascade out, which touches every employee of the firm and none of these.
create trigger employee_changes after update on employee for each row
  when ((old.firm_id, old.active, old.mobile_number is null, old.role)
    is distinct from (new.firm_id, new.active, new.mobile_number is null, new.role))
  execute function keep_totals_of_changes();

-- At least one active admin per firm. The counter's row lock puts two concurrent demotions in line; checked at once when
-- somebody leaves, and at commit for a firm that is just being founded.
create function require_active_keeper() returns trigger language plpgsql as $$
begin
  if exists (select from firm where id = new.id and active_admins < 1) then
    raise exception 'a firm needs an active admin' using errcode = 'check_violation', constraint = 'firm_active_admin';
  end if;
  return null;
end $$;

create constraint trigger firm_keeps_active_admin after update of active_admins
  on firm for each row when (new.active_admins < 1) execute function require_active_keeper();
create constraint trigger firm_founded_with_admin after insert
  on firm deferrable initially deferred for each row execute function require_active_keeper();

-- The audit can only grow.
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit events cannot be changed';
end $$;

create trigger audit_event_append_only before update or delete or truncate
  on audit_event for each statement execute function refuse_audit_change();

-- The portal and its worker own nothing: they read and write rows, and only add to the audit.
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
do $$
begin
  if to_regclass('_prisma_migrations') is not null then
    revoke insert, update, delete on _prisma_migrations from portal_app;
  end if;
end $$;
alter default privileges in schema public grant select, insert, update, delete on tables to portal_app;
alter default privileges in schema public grant usage on sequences to portal_app;
