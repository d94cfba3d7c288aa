import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCopy, startTestServer } from '@/tests/database'
import { main, Problem } from './problem'
import { diffSchema } from './schema-diff'
import { root } from './settings'

/** Writes the migration from the last one to the current schema.prisma. */
await main(async () => {
  const [name = ''] = process.argv.slice(2)
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    throw new Problem(
      'Name the migration in snake_case, for example: npm run new-migration -- add_firm_color',
    )

  const { server, stop } = await startTestServer()
  const { owner } = await createCopy(server, 'template1')
  const sql = await diffSchema(owner).finally(stop)
  if (sql === '')
    throw new Problem('schema.prisma already matches the migrations. Change it first, then run this again.')

  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const directory = join(root, 'prisma/migrations', `${stamp}_${name}`)
  mkdirSync(directory)
  writeFileSync(join(directory, 'migration.sql'), sql)
  console.log(`${sql}\nWritten to ${directory}. Read it before you commit it.`)
  return 0
})
