import { PgBoss } from 'pg-boss'
import { queueNames } from '@/lib/jobs/queues'
import { withClient } from './databases'

/** Installs pg-boss and its queues as the owner, so that the portal's own role needs no right to change a schema. */
export async function prepareJobs(ownerUrl: string) {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 2, supervise: false })
  boss.on('error', (error) => console.error(error))
  await boss.start()
  for (const name of queueNames) await boss.createQueue(name, { notify: true })
  await boss.stop({ graceful: false })
  await withClient(ownerUrl, (client) => client.query(grants))
}

const grants = `
  grant usage on schema pgboss to portal_app;
  grant select, insert, update, delete on all tables in schema pgboss to portal_app;
  grant usage on all sequences in schema pgboss to portal_app;
`
