import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import type { Actor } from '@/lib/access/policy'
import { approveCase } from '@/lib/cases/support/approve-case'
import { takeCase } from '@/lib/cases/support/take-case'
import { tickEvidence } from '@/lib/cases/support/tick-evidence'
import { db } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import { messageId } from '@/lib/notifications/mail-layout'
import { provider } from '@/lib/sign-in-methods/vendors/vendors'
import { root } from '@/scripts/settings'
import { typescript } from '@/scripts/stage'
import { checkCaseInvariants } from '../cases/invariants'
import { done, makeClient, makeDesk, makeOwner, type Open, openLostPhone, passWait } from '../cases/walk'
import { simulatedOutside } from '../notifications/outside'
import { patience } from './portal-process'
import { rounds } from './rounds'

const played = rounds({ few: 2, full: 30 })
const outside = simulatedOutside()
/** How often the worker is killed while messages about one step of the cases are sent: few wait long for it to start again. */
const lives = rounds({ few: 1, full: 12 })
const queues = ['case-message', 'case-clocks', 'enrollment-mail', 'notification']
const killed = { times: 0, withWorkInHand: 0 }
let desk: [Actor, Actor, Actor]

beforeAll(async () => {
  desk = await makeDesk()
})
afterAll(() => worker.kill())

const worker = workerProcess()

/** The real worker in a process of its own. */
function workerProcess() {
  let child: ChildProcess | undefined
  return {
    async start() {
      if (child) return
      const started = spawn(process.execPath, [...typescript, 'scripts/worker.ts'], {
        cwd: root,
        env: { ...process.env, LOG_LEVEL: 'info' },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      child = started
      for await (const line of createInterface(started.stdout))
        if (line.includes('The worker is ready')) break
      started.stdout.resume()
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

type IsDone = () => Promise<boolean>

/** Kills the worker in the middle of its work, each time at another point, starts it again, and lets the last one finish. */
async function workUnderFire(isDone: IsDone, kills = lives): Promise<void> {
  for (let life = 0; life < kills && !(await isDone()); life++) {
    const strike = strikes[killed.times % strikes.length]
    await strike?.(isDone)
    killed.times += 1
    killed.withWorkInHand += (await freeJobs()) > 0 ? 1 : 0
  }
  await worker.start()
  await vi.waitFor(async () => expect(await isDone()).toBe(true), patience)
}

const strikes = [
  (isDone: IsDone) => killBeforeNoting('mail', isDone),
  (isDone: IsDone) => killBeforeNoting('text', isDone),
  killWithJobsInHand,
  killAfterSome,
]

/** A moment after the first jobs were taken. */
async function killWithJobsInHand(isDone: IsDone): Promise<void> {
  await worker.start()
  while ((await countActive()) === 0 && !(await isDone())) await pause(10)
  await pause(Math.random() * 150)
  await worker.kill()
}

/** When it has got going. */
async function killAfterSome(isDone: IsDone): Promise<void> {
  const noted = await countNoted()
  await worker.start()
  while ((await countNoted()) <= noted + Math.random() * 10 && !(await isDone())) await pause(10)
  await worker.kill()
}

/** When a message has left and its row does not say so: behind another writer of the row the worker cannot note it. */
async function killBeforeNoting(channel: 'mail' | 'text', isDone: IsDone): Promise<void> {
  const blocker = new Client({ connectionString: process.env.DATABASE_URL })
  await blocker.connect()
  await blocker.query('begin')
  const starting = worker.start()
  const isSent = channel === 'mail' ? 'sent_at is null' : 'tried_at is not null and sent_at is null'
  const lock = `select from case_message where channel = '${channel}' and ${isSent} for update skip locked`
  while (!(await blocker.query(lock)).rowCount && !(await isDone())) await pause(10)
  await starting
  while ((await countBlocked()) === 0 && !(await isDone())) await pause(10)
  await worker.kill()
  // Its last statement must not outlive it.
  await db.$queryRaw`
    select pg_terminate_backend(pid)::text from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`
  await blocker.query('rollback')
  await blocker.end()
}

async function countBlocked(): Promise<number> {
  const [backends] = await db.$queryRaw<Array<{ blocked: number }>>`
    select count(*)::int as blocked from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`
  return backends?.blocked ?? 0
}

async function countNoted(): Promise<number> {
  return db.caseMessage.count({ where: { sentAt: { not: null } } })
}

async function countActive(): Promise<number> {
  const [jobs] = await db.$queryRaw<Array<{ active: number }>>`
    select count(*)::int as active from pgboss.job where state = 'active' and name = any(${[...queues]})`
  return jobs?.active ?? 0
}

/** What the queue does by itself a minute after a worker has died: its jobs are free again. */
function freeJobs(): Promise<number> {
  return db.$executeRaw`
    update pgboss.job set state = 'retry', retry_count = retry_count + 1, start_after = now() where state = 'active'`
}

const caseIds = (cases: Open[]) => cases.map(({ caseId }) => caseId)

function allAreNotified(cases: Open[]) {
  return async () => {
    const unsent = { caseId: { in: caseIds(cases) }, sentAt: null, refusedAt: null }
    return (await db.caseMessage.count({ where: unsent })) === 0
  }
}

function allAre(cases: Open[], state: 'waiting' | 'ready') {
  return async () =>
    (await db.resetCase.count({ where: { id: { in: caseIds(cases) }, state } })) === cases.length
}

async function isIdle(): Promise<boolean> {
  const [jobs] = await db.$queryRaw<Array<{ waiting: number }>>`
    select count(*)::int as waiting from pgboss.job
    where state < 'completed' and name = any(${[...queues]})`
  return jobs?.waiting === 0
}

test(`a worker killed repeatedly notifies of ${played} cases once, and completes each`, async () => {
  const cases: Open[] = []
  for (let number = 0; number < played; number++)
    cases.push(await openLostPhone(await makeOwner(await makeClient())))
  await workUnderFire(allAreNotified(cases))

  for (const { caseId } of cases) {
    done(await takeCase(desk[0], caseId))
    done(await tickEvidence(desk[0], { caseId, kind: 'call_back', note: 'Reached at the desk.' }))
    done(await approveCase(desk[0], { caseId, note: 'All is well.' }, provider))
  }
  await workUnderFire(allAreNotified(cases))

  for (const { caseId } of cases) await passWait(caseId)
  await enqueue(db, 'case-clocks', {})
  const isOver = async () => (await allAre(cases, 'ready')()) && (await allAreNotified(cases)())
  await workUnderFire(isOver, rounds({ few: 0, full: lives }))
  await vi.waitFor(async () => expect(await isIdle()).toBe(true), patience)

  await checkCaseInvariants()
  expect(await allAre(cases, 'ready')()).toBe(true)
  const shown = await countShown(cases)
  console.log(
    `${played} cases; the worker was killed ${killed.times} times, ${killed.withWorkInHand} of them with work in hand; ${shown}`,
  )
  expect(killed.withWorkInHand).toBeGreaterThan(0)
}, 3_600_000)

/** Each message was shown once: a mailbox shows mails of one Message-ID once, and a phone every text that it gets. */
async function countShown(cases: Open[]): Promise<string> {
  const mails = z
    .array(z.object({ messageId: z.string(), to: z.string(), subject: z.string() }))
    .parse(await (await fetch(`${process.env.AUTHY_URL}/mails`)).json())
  const notifications = await db.caseMessage.findMany({
    where: { caseId: { in: caseIds(cases) } },
    include: { event: { select: { act: true } } },
  })
  expect(notifications).toHaveLength(cases.length * 9)

  const sentMails = notifications.filter(({ channel }) => channel === 'mail')
  const names = sentMails.map(({ id }) => messageId('case-message', id))
  const received = mails.filter((mail) => mail.messageId.startsWith('<case-message-'))
  expect([...new Set(received.map((mail) => mail.messageId))].sort()).toEqual(names.sort())

  const texts: string[] = []
  for (const { person } of cases) {
    const got = await outside.textsTo(person.mobileNumber ?? '')
    expect(new Set(got).size).toBe(got.length)
    expect(got).toHaveLength(3)
    texts.push(...got)
  }
  const enrollments = mails.length - received.length
  return `${sentMails.length} mails were shown once (${received.length - sentMails.length} left twice), ${texts.length} texts arrived once, ${enrollments} mails with enrollment links`
}
