import { Client, escapeIdentifier, escapeLiteral } from 'pg'
import type { Secrets } from './settings'

export type DatabaseUrls = { owner: string; app: string }

/** The two roles of the portal: the owner changes the schema, the portal and its worker only rows. */
export async function prepareRoles(superuserUrl: string, secrets: Secrets) {
  await withClient(superuserUrl, async (client) => {
    // Of two processes that start at the same time, the second finds the roles.
    await client.query('select pg_advisory_lock(2)')
    for (const [role, password] of [
      ['portal_owner', secrets.owner],
      ['portal_app', secrets.app],
    ] as const) {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
      const verb = rowCount ? 'alter' : 'create'
      await client.query(`${verb} role ${role} login password ${escapeLiteral(password)}`)
    }
  })
}

export async function prepareDatabase(
  superuserUrl: string,
  name: string,
  secrets: Secrets,
): Promise<DatabaseUrls> {
  await withClient(superuserUrl, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (!rowCount) await client.query(`create database ${escapeIdentifier(name)} owner portal_owner`)
  })
  return urlsOf(superuserUrl, name, secrets)
}

export function urlsOf(superuserUrl: string, name: string, secrets: Secrets): DatabaseUrls {
  const { host } = new URL(superuserUrl)
  return {
    owner: `postgresql://portal_owner:${secrets.owner}@${host}/${name}`,
    app: `postgresql://portal_app:${secrets.app}@${host}/${name}`,
  }
}

export async function withClient<Value>(
  url: string,
  work: (client: Client) => Promise<Value>,
): Promise<Value> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
