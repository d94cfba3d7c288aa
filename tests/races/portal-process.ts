import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, vi } from 'vitest'
import { portalServer } from '@/scripts/build'

/** For everything that is waited for by looking: a busy machine needs its time. */
export const patience = { interval: 10, timeout: 120_000 }

/** The built portal as a process of its own, which can be killed and started again at the same address. */
export function portalProcess(url: string) {
  let child: ChildProcess | undefined
  return {
    async start() {
      const { hostname: HOSTNAME, port: PORT } = new URL(url)
      const started = spawn(process.execPath, [portalServer], {
        env: { ...process.env, NODE_ENV: 'production', PORTAL_URL: url, HOSTNAME, PORT },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      child = started
      for await (const line of createInterface(started.stdout)) if (line.includes('Ready')) break
      started.stdout.resume()
      await vi.waitFor(async () => expect((await fetch(`${url}/ready`)).status).toBe(200), patience)
    },
    /** Asks it to end, and returns with what and after how long it did. */
    async end(): Promise<{ code: number | null; seconds: number }> {
      if (!child) throw new Error('The portal is not running')
      const [ended, began] = [once(child, 'exit'), performance.now()]
      child.kill('SIGTERM')
      const [code] = await ended
      child = undefined
      return { code, seconds: (performance.now() - began) / 1000 }
    },
    async kill() {
      if (!child) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
      child = undefined
    },
  }
}
