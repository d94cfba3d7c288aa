-- What PostgreSQL itself guarantees about the ways in.

alter table firm add constraint firm_remember_days_range check (trust_days between 0 and 14);
alter table firm add constraint firm_move_in_order
  check (migration_finished_at is null or (migration_started_at is not null and migration_finished_at >= migration_started_at));
alter table recovery_code add constraint recovery_code_slot_range check (slot between 0 and 9);
-- A time step only goes forward: a token that was used, or an older one, cannot come back.
create function refuse_step_back() returns trigger language plpgsql as $$
begin
  if new.last_step < old.last_step then
    raise exception 'a time step goes forward only'
      using errcode = 'check_violation', constraint = 'authenticator_step_forward';
  end if;
  return new;
end $$;
create trigger authenticator_step_forward before update on totp_app for each row execute function refuse_step_back();
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

-- Whoever has signed in with a second step before has tested it.
update employee set tested_at = last_sign_in_at where number_proven_at is not null;
