import { Agent, get } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { findFreePort } from '@/scripts/ports'
import { arriveHalfway } from '../e2e/arrive'
import { makeEmployee, makeFirm } from '../factories'
import { patience, portalProcess } from './portal-process'

const portalUrl = `http://localhost:${await findFreePort()}`
process.env.PORTAL_URL = portalUrl
const portal = portalProcess(portalUrl)

beforeAll(() => portal.start())
afterAll(() => portal.kill())

test('asked to end, the portal answers what runs, keeps nobody and ends with 0', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 })
  const busy = [1, 2, 3, 4].map(() => askOn(agent))
  const stream = await openStream()
  const { slow, release } = await slowRequest()

  const ending = portal.end()
  await stream.ended
  await release()
  expect(await slow).toBe(200)
  const { code, seconds } = await ending
  expect(code).toBe(0)
  expect(seconds).toBeLessThan(15)
  for (const failure of await Promise.all(busy)) expect(['ECONNREFUSED', 'ECONNRESET']).toContain(failure)
  agent.destroy()
})

/** A client that never lets go of its connection; returns why it could not ask again. */
async function askOn(agent: Agent): Promise<string> {
  for (;;) {
    const failure = await new Promise<string | null>((done) => {
      const asked = get(`${portalUrl}/health`, { agent }, (answer) => {
        answer.resume().once('end', () => done(null))
      })
      asked.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message))
    })
    if (failure) return failure
    await pause(20)
  }
}

/** The stream of a browser that waits for an approval. It has to end as a whole answer does, or a browser shows an error. */
async function openStream() {
  const { browser } = await arriveHalfway(await makeEmployee(await makeFirm({ requiresSecondFactor: true })))
  const answer = await browser.send('/sign-in/second-step/events', {
    headers: { accept: 'text/event-stream' },
  })
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  return { ended: answer.text() }
}

/** A page that waits for a lock of the database, until it is released. */
async function slowRequest() {
  const { browser } = await arriveHalfway(await makeEmployee(await makeFirm({ requiresSecondFactor: true })))
  const blocker = new Client({ connectionString: process.env.MIGRATION_DATABASE_URL })
  await blocker.connect()
  await blocker.query('begin')
  await blocker.query('lock table pending_sign_in in access exclusive mode')
  const slow = browser.get('/sign-in/second-step').then(({ status }) => status)
  await vi.waitFor(async () => {
    const { rowCount } = await blocker.query('select from pg_locks where not granted')
    expect(rowCount).toBeGreaterThan(0)
  }, patience)
  const release = async () => {
    await blocker.query('rollback')
    await blocker.end()
  }
  return { slow, release }
}
