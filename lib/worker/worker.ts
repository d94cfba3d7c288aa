import { type Job, type JobResult, PgBoss } from 'pg-boss'
import { env } from '@/lib/env'
import { type Jobs, type QueueName, queueNames } from '@/lib/jobs/queues'
import { log } from '@/lib/log'
import { jobHandlers } from './handlers'
import { type Outside, outside } from './outside'

export async function runWorker(): Promise<void> {
  const stop = await startWorker(outside)
  log.info('The worker is ready')
  await new Promise<void>((ended) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => ended())
  })
  await stop()
  log.info('The worker has stopped')
  process.exit(0)
}

export async function startWorker(services: Outside): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    connectionString: env.DATABASE_URL,
    application_name: 'portal-worker',
    max: 4,
    // Leaves the schema to the migration: the portal's database role owns none.
    migrate: false,
    createSchema: false,
    reindex: false,
    registerInstance: false,
    useListenNotify: true,
    cronWorkerIntervalSeconds: 15,
  })
  boss.on('error', (error) => log.error({ reason: error.message }, 'The job queue failed'))
  boss.on('warning', (warning) => log.warn({ reason: warning.message }, 'The job queue sent a warning'))

  await boss.start({ attempts: 20 })
  const handlers = jobHandlers(services)
  const work = <Name extends QueueName>(name: Name) =>
    boss.work(name, taking, (jobs: Job<Jobs[Name]>[]) =>
      Promise.all(jobs.map((job) => runJob(name, handlers[name], job))),
    )
  for (const name of queueNames) await work(name)
  await boss.schedule('housekeeping', '*/10 * * * *')
  await boss.schedule('case-clocks', '* * * * *')
  return () => boss.stop({ graceful: true, timeout: 15_000 })
}

const taking = {
  pollingIntervalSeconds: 2,
  notifyPollingIntervalSeconds: 10,
  batchSize: 5,
  burstWhenBatchFull: true,
  perJobResults: true,
} as const

/** Logs only the queue and the job's id: the data may contain an address. */
async function runJob<Name extends QueueName>(
  queue: Name,
  handle: (data: Jobs[Name], jobId: string) => Promise<void>,
  job: Job<Jobs[Name]>,
): Promise<JobResult> {
  const startedAt = performance.now()
  try {
    await handle(job.data, job.id)
    log.info({ queue, job: job.id, milliseconds: Math.round(performance.now() - startedAt) }, 'Job done')
    return { id: job.id, status: 'completed' }
  } catch (error) {
    const reason = reasonOf(error)
    log.warn({ queue, job: job.id, reason }, 'Job failed and will be retried')
    return { id: job.id, status: 'failed', output: { reason } }
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message.slice(0, 300)}` : 'unknown'
}
