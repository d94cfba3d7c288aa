import { refuse } from '@/lib/result'
import { Prisma } from '@/prisma/client/client'
import { type Attempt, type Ended, now, type Outcome, type Start } from './attempt'
import { verbs } from './verbs'

// One of the processes of a race. It runs what it is sent: all attempts of a start together, at the moment named.
process.on('message', async ({ at, attempts }: Start) => {
  // Not a timer: the race is shorter than its mistakes.
  while (now() < at);
  const running = attempts.map(run)
  const ended: Ended = await Promise.all(running).then(
    (outcomes) => ({ outcomes }),
    (error) => ({ crash: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
  await Promise.allSettled(running)
  process.send?.(ended)
})
process.on('disconnect', () => process.exit())
process.send?.('ready')

async function run({ verb, args }: Attempt): Promise<Outcome> {
  const startedAt = now()
  const answer = await Reflect.apply(verbs[verb], undefined, args).catch(refuseDeadlock)
  return { verb, answer, startedAt, finishedAt: now() }
}

/**
 * PostgreSQL ended one of two that waited for each other: P2034 where Prisma wrote the statement, 40P01 where we did. Which rounds
 * may see that is the test's affair.
 */
function refuseDeadlock(error: unknown) {
  const isDeadlock = error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2034'
  if (isDeadlock || String(error).includes('40P01')) return refuse('deadlock')
  throw error
}
