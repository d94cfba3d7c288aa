import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Account, Home } from './postgres-home'
import { stopServer } from './postgres-server'
import { Problem } from './problem'

/** Deletes the files of the database, and only a folder that is one. */
export async function removeData(directory: string) {
  const data = join(directory, 'data')
  if (!existsSync(data)) return
  if (!existsSync(join(data, 'PG_VERSION')))
    throw new Problem(
      `${directory} does not look like a database, so it was not deleted. Delete it yourself, or set DATA_DIR to another folder.`,
    )
  await stopServer(data)
  rmSync(data, { recursive: true })
}

/** Creates the files under another name and renames them, so an interrupted first start leaves nothing half done. */
export function createData({ bin, directory, account }: Home, password: string) {
  const draft = join(directory, `data.${process.pid}`)
  const passwordFile = join(directory, `password.${process.pid}`)
  mkdirSync(draft, { mode: 0o700 })
  give(draft, account)
  writeFileSync(passwordFile, password, { mode: 0o600 })
  give(passwordFile, account)
  const flags = '--username=postgres --auth=scram-sha-256 --encoding=UTF8 --locale=C --no-sync'
  const provider = '--locale-provider=builtin --builtin-locale=C.UTF-8'
  const result = spawnSync(
    join(bin, 'initdb'),
    [...flags.split(' '), ...provider.split(' '), `--pwfile=${passwordFile}`, '-D', draft],
    { ...account, cwd: '/', encoding: 'utf8' },
  )
  rmSync(passwordFile)
  if (result.status !== 0) {
    rmSync(draft, { recursive: true, force: true })
    throw new Problem(
      `PostgreSQL could not create its files in ${directory}: ${result.stderr.trim() || result.error?.message}`,
    )
  }
  try {
    renameSync(draft, join(directory, 'data'))
  } catch (error) {
    // Another process that starts at the same time was first, and its files are as good.
    if (!existsSync(join(directory, 'data/PG_VERSION'))) throw error
    rmSync(draft, { recursive: true })
  }
}

function give(path: string, { uid, gid }: Account) {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid)
}
