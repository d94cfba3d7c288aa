import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCopy, startTestServer } from '@/tests/database'
import { main, Problem } from './problem'
import { diffSchema } from './schema-diff'
import { root } from './settings'

/** Writes the folder that takes the last migration to today's schema.prisma. Read it before you commit it. */
await main(async () => {
  const [name = ''] = process.argv.slice(2)
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    throw new Problem('Name the migration in snake_case: npm run new-migration -- add_firm_colour')

  const { server, stop } = await startTestServer()
  const { owner } = await createCopy(server, 'template1')
  const sql = await diffSchema(owner).finally(stop)
  if (sql === '') throw new Problem('schema.prisma says what the migrations say already: nothing to write.')

  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const directory = join(root, 'prisma/migrations', `${stamp}_${name}`)
  mkdirSync(directory)
  writeFileSync(join(directory, 'migration.sql'), sql)
  console.log(`${sql}\nWritten to ${directory}.`)
  return 0
})
