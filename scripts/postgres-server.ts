import { spawn } from 'node:child_process'
import { existsSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { findFreePort, isFree } from './ports'
import type { Home } from './postgres-home'

/** Starts a server that outlives us unless it is stopped; returns when it has its lock file, or has given up. */
export async function launchServer({ bin, directory, account }: Home, durable: boolean) {
  const port = await keptPort(directory)
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    timezone: 'UTC',
    log_timezone: 'UTC',
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    // Otherwise a row that a constraint refuses is written into the log, with its names and addresses.
    log_error_verbosity: 'terse',
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = openSync(join(directory, 'server.log'), 'a')
  const server = spawn(join(bin, 'postgres'), ['-D', join(directory, 'data'), '-p', String(port), ...flags], {
    ...account,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  })
  server.unref()
  let ended = false
  server.once('exit', () => {
    ended = true
  })
  const serving = () => runningServer(join(directory, 'data'))?.pid === server.pid
  while (!ended && !serving()) await pause(20)
}

async function keptPort(directory: string) {
  const file = join(directory, 'port')
  const kept = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  const port = kept > 0 && (await isFree(kept)) ? kept : await findFreePort()
  writeFileSync(file, String(port))
  return port
}

export function runningServer(data: string) {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  return pid > 0 && port > 0 && isAlive(pid) ? { pid, port } : undefined
}

export async function stopServer(data: string) {
  const server = runningServer(data)
  if (!server) return
  process.kill(server.pid, 'SIGINT')
  while (runningServer(data)?.pid === server.pid) await pause(20)
}

export function isAlive(pid: number) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
