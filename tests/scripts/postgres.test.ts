import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepareRoles, withClient } from '@/scripts/databases'
import { type Postgres, startPostgres } from '@/scripts/postgres'
import { createData } from '@/scripts/postgres-data'
import { findHome } from '@/scripts/postgres-home'
import { launchServer, runningServer, stopServer } from '@/scripts/postgres-server'
import { readSecrets } from '@/scripts/settings'

const directory = mkdtempSync(join(tmpdir(), 'postgres-'))
const home = () => findHome(directory)
const data = () => join(home().directory, 'data')
let postgres: Postgres

beforeAll(async () => {
  postgres = await startPostgres({ directory, password: 'secret', durable: false })
})
afterAll(async () => {
  await stopServer(data())
  rmSync(home().directory, { recursive: true, force: true })
  rmSync(directory, { recursive: true, force: true })
})

test('a refused row is not written into the log of the database', async () => {
  const refused = withClient(postgres.superuserUrl, async (client) => {
    await client.query('create table person (name text check (length(name) < 3))')
    await client.query('insert into person values ($1)', ['Tess Lindqvist'])
  })
  await expect(refused).rejects.toThrow('person_name_check')
  const log = readFileSync(join(home().directory, 'server.log'), 'utf8')
  expect(log).toContain('person_name_check')
  expect(log).not.toContain('Tess Lindqvist')
})

test('of two first starts at once, the second takes the files of the first', () => {
  createData(home(), 'another secret')
  expect(readdirSync(home().directory).filter((name) => name.startsWith('data'))).toEqual(['data'])
})

test('two processes that start at once share roles and secrets', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'secrets-'))
  const secrets = readSecrets(folder)
  expect(readSecrets(folder)).toEqual(secrets)
  expect(readdirSync(folder)).toEqual(['secrets.json'])
  await Promise.all([1, 2, 3, 4].map(() => prepareRoles(postgres.superuserUrl, secrets)))
  rmSync(folder, { recursive: true })
})

test('a server that was restarted meanwhile is stopped too', async () => {
  await stopServer(data())
  await launchServer(home(), false)
  await postgres.release()
  expect(runningServer(data())).toBeUndefined()
})
