import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { typescript } from '@/scripts/stage'
import { type Attempt, type Ended, now, type Outcome } from './attempt'

/** Time for the start to reach both processes before it is due. */
const noticeMs = 2

/** Two processes on the database of this test file, each with a portal's pool of connections. */
export function twoRacers() {
  let racers: ChildProcess[] = []

  beforeAll(async () => {
    racers = [startRacer(), startRacer()]
    await Promise.all(racers.map((racer) => once(racer, 'message')))
  })
  afterAll(async () => {
    const ends = racers.map((racer) => once(racer, 'exit'))
    for (const racer of racers) racer.disconnect()
    await Promise.all(ends)
  })

  /** Lets both start at the same moment, or the first `leadMs` before the second (or after it, when negative). */
  return async function race(first: Attempt[], second: Attempt[], leadMs = 0): Promise<Outcome[]> {
    const at = now() + noticeMs
    const outcomes = await Promise.all([
      run(racers, 0, first, at + Math.max(0, -leadMs)),
      run(racers, 1, second, at + Math.max(0, leadMs)),
    ])
    return outcomes.flat()
  }
}

function startRacer(): ChildProcess {
  const options = { execArgv: typescript, serialization: 'advanced' } as const
  return fork(join(import.meta.dirname, 'racer.ts'), options)
}

async function run(racers: ChildProcess[], racer: number, attempts: Attempt[], at: number) {
  const child = racers[racer]
  if (!child) throw new Error('The racers have not started yet')
  const ended = nextMessage(child)
  child.send({ at, attempts })
  const message = await ended
  if ('crash' in message) throw new Error(`A racer crashed instead of being refused: ${message.crash}`)
  return message.outcomes.map((outcome) => ({ ...outcome, racer }))
}

function nextMessage(child: ChildProcess): Promise<Ended> {
  return new Promise((received, failed) => {
    const onExit = () => failed(new Error('A racer died'))
    child.once('exit', onExit)
    child.once('message', (message: Ended) => {
      child.off('exit', onExit)
      received(message)
    })
  })
}

/** A race that never raced proves nothing: in this share of the rounds the last one started before the first had finished. */
export function provesOverlap(rounds: Outcome[][], share: number): void {
  const overlapped = rounds.filter(
    (outcomes) =>
      Math.max(...outcomes.map(({ startedAt }) => startedAt)) <
      Math.min(...outcomes.map(({ finishedAt }) => finishedAt)),
  )
  console.log(
    `${expect.getState().currentTestName}: ${overlapped.length} of ${rounds.length} rounds overlapped`,
  )
  expect(overlapped.length).toBeGreaterThanOrEqual(rounds.length * share)
}

export function winners(outcomes: Outcome[]): Outcome[] {
  return outcomes.filter(({ answer }) => answer.ok)
}
