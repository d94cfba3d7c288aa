import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { beforeAll, expect } from 'vitest'
import { typescript } from '@/scripts/stage'
import { type Attempt, type Ended, now, type Outcome } from './attempt'
import { isFull } from './rounds'

/** Time for the start to reach both processes before it is due. */
const notificationMs = 5

type Race = { first: Attempt[]; second: Attempt[]; leadMs?: number }

/** The files of a worker race in the same two processes, which end with it. */
const kept = globalThis as { racers?: Promise<ChildProcess[]> }

/** Two processes on the database of this test file, each with a portal's pool of connections. */
export function twoRacers() {
  let racers: ChildProcess[] = []

  beforeAll(async () => {
    kept.racers ??= Promise.all([startRacer(), startRacer()])
    racers = await kept.racers
  })

  /** Lets both start at the same moment, or the first `leadMs` before the second (after it, when negative). */
  async function race({ first, second, leadMs = 0 }: Race): Promise<Outcome[]> {
    const at = now() + notificationMs
    const outcomes = await Promise.all([
      run(racers[0], first, at + Math.max(0, -leadMs)),
      run(racers[1], second, at + Math.max(0, leadMs)),
    ])
    return outcomes.flat()
  }

  return {
    /** Prepares, runs and checks one round after the other, and proves at the end that they were races. */
    async play<Round extends Race>(
      rounds: number,
      prepare: (round: number) => Promise<Round>,
      check: (round: Round, outcomes: Outcome[]) => Promise<void>,
    ) {
      const played: Outcome[][] = []
      // A few rounds on a busy machine may all miss each other: then some more are played.
      const isEnough = () => played.length >= rounds && (isFull || countOverlaps(played) >= rounds / 2)
      while (!isEnough() && played.length < rounds + 10) {
        const round = await prepare(played.length)
        const outcomes = await race(round)
        await check(round, outcomes)
        played.push(outcomes)
      }
      provesOverlap(played, rounds / 2)
    },
  }
}

async function startRacer(): Promise<ChildProcess> {
  const options = { execArgv: typescript, serialization: 'advanced' } as const
  const racer = fork(join(import.meta.dirname, 'racer.ts'), options)
  await once(racer, 'message')
  return racer
}

async function run(racer: ChildProcess | undefined, attempts: Attempt[], at: number): Promise<Outcome[]> {
  if (!racer) throw new Error('The racers have not started yet')
  const ended = nextMessage(racer)
  racer.send({ at, attempts })
  const message = await ended
  if ('crash' in message) throw new Error(`A racer crashed instead of being refused: ${message.crash}`)
  return message.outcomes
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

/** A race that never raced proves nothing. */
function provesOverlap(rounds: Outcome[][], atLeast: number): void {
  const overlapped = countOverlaps(rounds)
  console.log(`${expect.getState().currentTestName}: ${overlapped} of ${rounds.length} rounds overlapped`)
  expect(overlapped).toBeGreaterThanOrEqual(atLeast)
}

/** Rounds in which the last one started before the first had finished. */
function countOverlaps(rounds: Outcome[][]): number {
  return rounds.filter(
    (outcomes) =>
      Math.max(...outcomes.map(({ startedAt }) => startedAt)) <
      Math.min(...outcomes.map(({ finishedAt }) => finishedAt)),
  ).length
}

export function winners(outcomes: Outcome[]): Outcome[] {
  return outcomes.filter(({ answer }) => answer.ok)
}

/** Why the others were refused, each reason once. */
export function reasonsOf(outcomes: Outcome[]): string[] {
  return [...new Set(outcomes.flatMap(({ answer }) => (answer.ok ? [] : [answer.reason])))]
}

/** Two attempts that change places from round to round. Who wins twice in a row starts a millisecond later the next time. */
export function duels() {
  let round = 0
  let streak = 0
  let lastWinner: string | undefined
  return {
    next(one: Attempt, other: Attempt): Race {
      round += 1
      const leadMs = lastWinner === one.verb ? -streak : streak
      return round % 2 === 0
        ? { first: [one], second: [other], leadMs }
        : { first: [other], second: [one], leadMs: -leadMs }
    },
    note(winner: string | undefined) {
      streak = winner === lastWinner ? streak + 1 : 0
      lastWinner = winner
    },
  }
}

/** Many attempts, every other one in the other process. */
export function crowd(attempts: Attempt[]): Race {
  return {
    first: attempts.filter((_, n) => n % 2 === 0),
    second: attempts.filter((_, n) => n % 2 === 1),
  }
}
