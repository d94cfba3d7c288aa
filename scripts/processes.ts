import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, openSync } from 'node:fs'
import { join, relative } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Problem } from './problem'
import { root } from './settings'

export type Crew = ReturnType<typeof createCrew>
type Environment = Record<string, string>
type Member = { name: string; child: ChildProcess; ended: Promise<string> }

const patienceMs = 8000

/** Child processes that run together: each writes to its own log, and when one dies, the others stop too. */
export function createCrew(logDirectory: string) {
  const members: Member[] = []
  let stopping = false
  let lose: (problem: Problem) => void = () => {}
  const lost = new Promise<never>((_, reject) => {
    lose = reject
  })
  lost.catch(() => {})
  mkdirSync(logDirectory, { recursive: true })
  const logOf = (name: string) => join(logDirectory, `${name.replaceAll(' ', '-')}.log`)
  const shownLog = (name: string) => relative(process.cwd(), logOf(name))

  function begin(name: string, nodeArguments: string[], environment: Environment): Member {
    if (stopping) throw new Problem('Stopped.')
    const log = openSync(logOf(name), 'w')
    // A separate process group: Ctrl-C then reaches only this process, which stops the others in order.
    const child = spawn(process.execPath, nodeArguments, {
      cwd: root,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...environment },
      stdio: ['ignore', log, log],
      detached: true,
    })
    const ended = new Promise<string>((resolve) => {
      child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
      child.once('error', (error) => resolve(error.message))
    })
    const member = { name, child, ended }
    members.push(member)
    return member
  }

  return {
    logDirectory,
    /** Rejects when a started member ends by itself. */
    lost,
    start(name: string, nodeArguments: string[], environment: Environment) {
      const { ended } = begin(name, nodeArguments, environment)
      void ended.then((how) => {
        if (!stopping)
          lose(new Problem(`The ${name} stopped unexpectedly (${how}). Its log is ${shownLog(name)}.`))
      })
    },
    /** Runs a command to its end, and fails if it fails. */
    async run(name: string, nodeArguments: string[], environment: Environment) {
      const how = await begin(name, nodeArguments, environment).ended
      if (how !== 'exit code 0')
        throw new Problem(`The ${name} failed (${how}). Its log is ${shownLog(name)}.`)
    },
    /** Stops all members, the last one started first. */
    async stop() {
      stopping = true
      for (const { child, ended } of members.reverse()) {
        signal(child, 'SIGTERM')
        const outcome = await Promise.race([ended, pause(patienceMs, 'late', { ref: false })])
        if (outcome === 'late') signal(child, 'SIGKILL')
        await ended
      }
    },
  }
}

/** Resolves once the address answers 200. Waits for a slow first answer, but not for a dead process. */
export async function answers(url: string, crew: Crew) {
  const deadline = Date.now() + 90_000
  const poll = async () => {
    while (Date.now() < deadline) {
      const response = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => undefined)
      await response?.body?.cancel()
      if (response?.ok) return
      await pause(100)
    }
    throw new Problem(
      `${url} did not respond within 90 seconds. The logs are in ${relative(process.cwd(), crew.logDirectory)}.`,
    )
  }
  await Promise.race([poll(), crew.lost])
}

/** Resolves on Ctrl-C, when the machine asks this process to end, or when the parent process is gone. */
export function untilAsked() {
  const parent = process.ppid
  return new Promise<NodeJS.Signals>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, resolve)
    setInterval(() => process.ppid !== parent && resolve('SIGTERM'), 500).unref()
  })
}

function signal({ pid, exitCode, signalCode }: ChildProcess, name: NodeJS.Signals) {
  if (!pid || exitCode !== null || signalCode !== null) return
  process.kill(-pid, name)
}
