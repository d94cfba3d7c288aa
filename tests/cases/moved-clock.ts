import { Client } from 'pg'

/**
 * Lets the database of this test file live at another moment, and in another time zone: `now()` is looked up before
 * PostgreSQL's own, for the portal, the jobs and the tests alike. Call it before the first query.
 */
export async function moveClock(timeZone: string) {
  const owner = new Client({ connectionString: process.env.MIGRATION_DATABASE_URL })
  await owner.connect()
  await owner.query(`
    create schema clock;
    create table clock.moved (forward interval not null);
    insert into clock.moved values ('0');
    create function clock.now() returns timestamptz language sql stable
      as $$ select pg_catalog.now() + (select forward from clock.moved) $$;
    grant usage on schema clock to portal_app;
    grant select on clock.moved to portal_app;`)
  const { rows } = await owner.query<{ name: string }>('select current_database() as name')
  const database = rows[0]?.name
  await owner.query(`alter database ${database} set search_path = clock, pg_catalog, public`)
  await owner.query(`alter database ${database} set timezone = '${timeZone}'`)
  // The columns' own defaults were bound to PostgreSQL's clock when the tables were made.
  const { rows: defaults } = await owner.query<{ table: string; column: string }>(`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and column_default = 'transaction_timestamp()'`)
  for (const { table, column } of defaults)
    await owner.query(`alter table public.${table} alter column ${column} set default clock.now()`)

  const move = (forward: string) =>
    owner.query(`update clock.moved set forward = date_trunc('milliseconds', ${forward})`)
  return {
    /** The clock goes on from this moment. */
    goTo: (moment: string) => move(`'${moment}'::timestamptz - pg_catalog.clock_timestamp()`),
    passHours: (hours: number) => move(`forward + make_interval(mins => ${Math.round(hours * 60)})`),
    asOwner: (sql: string) => owner.query(sql),
    stop: () => owner.end(),
  }
}
